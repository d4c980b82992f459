package org.sekisho.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions of people, in the table {@code approval_decision}. */
@Component
class JdbcDecisions {

    private final JdbcClient jdbc;

    JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId caseId, Decision decision) {
        jdbc.sql("insert into approval_decision (case_id, decided_by, approved, reason, decided_at)"
                        + " values (:caseId, :decidedBy, :approved, :reason, :decidedAt)")
                .param("caseId", caseId.value())
                .param("decidedBy", decision.decidedBy().value())
                .param("approved", decision.approved())
                .param("reason", decision.reason())
                .param("decidedAt", utc(decision.decidedAt()))
                .update();
    }

    Optional<Decision> find(CaseId caseId) {
        return jdbc.sql(
                        "select decided_by, approved, reason, decided_at from approval_decision where case_id = :caseId")
                .param("caseId", caseId.value())
                .query((row, number) -> new Decision(
                        new AccountId(row.getObject("decided_by", UUID.class)),
                        row.getBoolean("approved"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The cases are gone. */
    void remove(Collection<CaseId> cases) {
        jdbc.sql("delete from approval_decision where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
