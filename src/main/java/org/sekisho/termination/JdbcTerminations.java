package org.sekisho.termination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements.Sort;
import org.sekisho.process.CaseStatements.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All requests, in the table {@code termination}, which allows one open case per account. */
@Component
class JdbcTerminations {

    private final JdbcClient jdbc;

    JdbcTerminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an open request.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the account has one
     */
    void add(Termination request) {
        jdbc.sql(
                        "insert into termination (case_id, account_id, open_for, state, reason, requested_at, decision_due_at,"
                                + " expires_at) values (:case, :account, :account, :state, :reason, :requested, :due, :expires)")
                .param("case", request.caseId().value())
                .param("account", request.account().value())
                .param("state", request.state().name())
                .param("reason", request.reason())
                .param("requested", utc(request.requestedAt()))
                .param("due", utc(request.decisionDueAt()))
                .param("expires", utc(request.expiresAt()))
                .update();
    }

    Optional<Termination> open(AccountId account) {
        return jdbc.sql("select * from termination where open_for = :account")
                .param("account", account.value())
                .query(JdbcTerminations::read)
                .optional();
    }

    Optional<Termination> find(CaseId caseId) {
        return jdbc.sql("select * from termination where case_id = :case")
                .param("case", caseId.value())
                .query(JdbcTerminations::read)
                .optional();
    }

    /** All requests of an account, newest first; an open one is the newest, also where another ended in the same moment. */
    List<Termination> of(AccountId account) {
        return jdbc.sql("select * from termination where account_id = :account"
                        + " order by case when open_for is null then 1 else 0 end, requested_at desc")
                .param("account", account.value())
                .query(JdbcTerminations::read)
                .list();
    }

    /** Remembers who decided, and why. */
    void decide(CaseId caseId, AccountId decider, String reason, Instant at) {
        jdbc.sql("update termination set decided_by = :decider, decision_reason = :reason, decided_at = :at"
                        + " where case_id = :case")
                .param("decider", decider.value())
                .param("reason", reason)
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    /** One person has approved; a second one means to decide by then. */
    void askSecond(CaseId caseId, Instant dueAt) {
        jdbc.sql("update termination set state = :state, decision_due_at = :due where case_id = :case")
                .param("state", TerminationState.CONFIRMING.name())
                .param("due", utc(dueAt))
                .param("case", caseId.value())
                .update();
    }

    /** Remembers what the second person decided, and why. */
    void confirm(CaseId caseId, AccountId confirmer, String reason, Instant at) {
        jdbc.sql("update termination set confirmed_by = :confirmer, confirmation_reason = :reason, confirmed_at = :at"
                        + " where case_id = :case")
                .param("confirmer", confirmer.value())
                .param("reason", reason)
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    /** MFA goes off at a known moment. */
    void schedule(CaseId caseId, Instant mfaEndsAt) {
        jdbc.sql("update termination set state = :state, mfa_ends_at = :at where case_id = :case")
                .param("state", TerminationState.APPROVED.name())
                .param("at", utc(mfaEndsAt))
                .param("case", caseId.value())
                .update();
    }

    /** Closes a request: the account may have another. */
    void end(CaseId caseId, TerminationState state, Instant at) {
        jdbc.sql("update termination set state = :state, open_for = null, ended_at = :at where case_id = :case")
                .param("state", state.name())
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    /** Why it was asked for, and why it was decided as it was by each who decided. */
    List<Statement> reasons(CaseId caseId) {
        return jdbc.sql("select * from termination where case_id = :case")
                .param("case", caseId.value())
                .query((row, number) -> Stream.of(
                                said(row, "requested", "account_id", "reason", Optional.empty()),
                                // a second person is asked of what the first one approved alone
                                said(
                                        row,
                                        "decided",
                                        "decided_by",
                                        "decision_reason",
                                        Optional.of(outcome(row, "confirmed_by"))),
                                said(
                                        row,
                                        "confirmed",
                                        "confirmed_by",
                                        "confirmation_reason",
                                        Optional.of(outcome(row, ""))))
                        .flatMap(Optional::stream)
                        .toList())
                .optional()
                .orElse(List.of());
    }

    /** What became of them stays, for their people to see. */
    void forgetReasons(Collection<CaseId> cases) {
        jdbc.sql("update termination set reason = '', decision_reason = null, confirmation_reason = null"
                        + " where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    private static Optional<Statement> said(
            ResultSet row, String when, String who, String words, Optional<String> result) throws SQLException {
        OffsetDateTime at = row.getObject(when + "_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Statement(
                        Sort.REASON,
                        at.toInstant(),
                        "helpdesk.event.termination.termination-" + (result.isPresent() ? "decided" : "requested"),
                        result,
                        Optional.ofNullable(row.getObject(who, UUID.class)),
                        Optional.ofNullable(row.getString(words))));
    }

    /** Refused by the last who decided. */
    private static String outcome(ResultSet row, String laterDecider) throws SQLException {
        boolean last = laterDecider.isEmpty() || row.getObject(laterDecider, UUID.class) == null;
        return last && row.getString("state").equals(TerminationState.REFUSED.name()) ? "refused" : "approved";
    }

    private static Termination read(ResultSet row, int number) throws SQLException {
        String first = row.getString("decision_reason");
        return new Termination(
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                TerminationState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("decision_due_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("confirmation_reason")).or(() -> Optional.ofNullable(first)),
                instant(row.getObject("mfa_ends_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime stored) {
        return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
