package org.sekisho.recovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have decided, in the table {@code recovery_decision}. */
@Component
class JdbcRecoveryDecisions {

    private final JdbcClient jdbc;

    JdbcRecoveryDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId caseId, RecoveryDecision decision) {
        jdbc.sql("insert into recovery_decision (id, case_id, part, decided_by, verdict, reason, score, combination,"
                        + " incident, decided_at) values (:id, :case, :part, :decidedBy, :verdict, :reason, :score,"
                        + " :combination, :incident, :decidedAt)")
                .param("id", UUID.randomUUID())
                .param("case", caseId.value())
                .param("part", decision.part().name())
                .param("decidedBy", decision.decidedBy().value())
                .param("verdict", decision.verdict().name())
                .param("reason", decision.reason())
                .param("score", decision.score().orElse(null))
                .param("combination", decision.combination().orElse(null))
                .param("incident", decision.incident())
                .param("decidedAt", utc(decision.decidedAt()))
                .update();
    }

    /** All of a case, oldest first. */
    List<RecoveryDecision> of(CaseId caseId) {
        return jdbc.sql("select * from recovery_decision where case_id = :case order by decided_at, id")
                .param("case", caseId.value())
                .query((row, number) -> new RecoveryDecision(
                        RecoveryDecision.Part.valueOf(row.getString("part")),
                        new AccountId(row.getObject("decided_by", UUID.class)),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        Optional.ofNullable(row.getObject("score", Integer.class)),
                        Optional.ofNullable(row.getString("combination")),
                        row.getBoolean("incident"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The cases are gone. */
    void remove(Collection<CaseId> cases) {
        jdbc.sql("delete from recovery_decision where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
