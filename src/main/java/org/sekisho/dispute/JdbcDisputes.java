package org.sekisho.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.ToldChange;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All disputes, in the table {@code dispute}, which allows one for each change. */
@Component
class JdbcDisputes {

    private final JdbcClient jdbc;

    JdbcDisputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an open dispute.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the change is disputed already
     */
    void add(CaseId caseId, ToldChange change, Instant now) {
        jdbc.sql("insert into dispute (case_id, change_id, account_id, news, subject_id, told_at, disputed_at, state)"
                        + " values (:case, :change, :account, :news, :subject, :told, :now, 'OPEN')")
                .param("case", caseId.value())
                .param("change", change.id())
                .param("account", change.account().value())
                .param("news", change.news())
                .param("subject", change.subject())
                .param("told", utc(change.toldAt()))
                .param("now", utc(now))
                .update();
    }

    Optional<Dispute> of(ToldChange change) {
        return jdbc.sql("select * from dispute where change_id = :change")
                .param("change", change.id())
                .query(JdbcDisputes::read)
                .optional();
    }

    Optional<Dispute> find(CaseId caseId) {
        return jdbc.sql("select * from dispute where case_id = :case")
                .param("case", caseId.value())
                .query(JdbcDisputes::read)
                .optional();
    }

    List<Dispute> open(AccountId account) {
        return jdbc.sql("select * from dispute where account_id = :account and state = 'OPEN' order by disputed_at")
                .param("account", account.value())
                .query(JdbcDisputes::read)
                .list();
    }

    /** Remembers who decided and why; the reason is for people who look at the case later. */
    void decide(CaseId caseId, AccountId decider, String reason) {
        jdbc.sql("update dispute set decided_by = :decider, reason = :reason where case_id = :case")
                .param("decider", decider.value())
                .param("reason", reason)
                .param("case", caseId.value())
                .update();
    }

    /** Who decided and why; empty where nobody has. */
    Optional<CaseStatements.Statement> reason(CaseId caseId) {
        return jdbc.sql("select decided_by, reason, state, disputed_at, ended_at from dispute"
                        + " where case_id = :case and decided_by is not null")
                .param("case", caseId.value())
                .query((row, number) -> new CaseStatements.Statement(
                        CaseStatements.Sort.REASON,
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .orElse(row.getObject("disputed_at", OffsetDateTime.class))
                                .toInstant(),
                        "helpdesk.event.dispute.change-decided",
                        Optional.of(row.getString("state").toLowerCase(Locale.ROOT)),
                        Optional.of(row.getObject("decided_by", UUID.class)),
                        Optional.ofNullable(row.getString("reason"))))
                .optional();
    }

    /** What became of them stays: a change is disputed once. */
    void forgetReasons(Collection<CaseId> cases) {
        jdbc.sql("update dispute set reason = null where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    void end(CaseId caseId, DisputeState state, Instant at) {
        jdbc.sql("update dispute set state = :state, ended_at = :at where case_id = :case")
                .param("state", state.name())
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    private static Dispute read(ResultSet row, int number) throws SQLException {
        return new Dispute(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("change_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("news"),
                row.getObject("subject_id", UUID.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("disputed_at", OffsetDateTime.class).toInstant(),
                DisputeState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
