package org.sekisho.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All recoveries, in the table {@code recovery}, which allows one open case per account. */
@Component
class JdbcRecoveries {

    private final JdbcClient jdbc;

    JdbcRecoveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an open recovery.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the account has one
     */
    void add(Recovery recovery) {
        jdbc.sql(
                        "insert into recovery (case_id, account_id, open_for, channel, opened_by, state, opened_at, expires_at)"
                                + " values (:case, :account, :account, :channel, :openedBy, :state, :openedAt, :expiresAt)")
                .param("case", recovery.caseId().value())
                .param("account", recovery.account().value())
                .param("channel", recovery.channel().name())
                .param("openedBy", recovery.openedBy().map(AccountId::value).orElse(null))
                .param("state", recovery.state().name())
                .param("openedAt", utc(recovery.openedAt()))
                .param("expiresAt", utc(recovery.expiresAt()))
                .update();
    }

    Optional<Recovery> open(AccountId account) {
        return jdbc.sql("select * from recovery where open_for = :account")
                .param("account", account.value())
                .query(JdbcRecoveries::read)
                .optional();
    }

    Optional<Recovery> newest(AccountId account) {
        return jdbc.sql("select * from recovery where account_id = :account order by opened_at desc limit 1")
                .param("account", account.value())
                .query(JdbcRecoveries::read)
                .optional();
    }

    Optional<Recovery> find(CaseId caseId) {
        return jdbc.sql("select * from recovery where case_id = :case")
                .param("case", caseId.value())
                .query(JdbcRecoveries::read)
                .optional();
    }

    /**
     * A recovery that must exist.
     *
     * @throws IllegalStateException where it does not
     */
    Recovery get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new IllegalStateException("no recovery " + caseId));
    }

    void moveTo(CaseId caseId, RecoveryState state) {
        jdbc.sql("update recovery set state = :state where case_id = :case and open_for is not null")
                .param("state", state.name())
                .param("case", caseId.value())
                .update();
    }

    void waitsUntil(CaseId caseId, Instant until) {
        jdbc.sql("update recovery set wait_until = :until, state = 'WAITING' where case_id = :case")
                .param("until", utc(until))
                .param("case", caseId.value())
                .update();
    }

    /** Closes a recovery: the account may have another. */
    void end(CaseId caseId, RecoveryState state, Instant at) {
        jdbc.sql("update recovery set open_for = null, state = :state, ended_at = :at where case_id = :case")
                .param("state", state.name())
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    /** How many recoveries of the account ended well since a moment. */
    int recoveredSince(AccountId account, Instant since) {
        return jdbc.sql("select count(*) from recovery where account_id = :account and state = 'RECOVERED'"
                        + " and ended_at >= :since")
                .param("account", account.value())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** When somebody last said of a recovery of the account that it was not them. */
    Optional<Instant> repudiatedAt(AccountId account) {
        return jdbc.sql("select ended_at from recovery where account_id = :account and state = 'REPUDIATED'"
                        + " order by ended_at desc limit 1")
                .param("account", account.value())
                .query((row, number) ->
                        row.getObject("ended_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Makes this browser the one that may be shown a pass. */
    void bindBrowser(CaseId caseId, byte[] digest) {
        jdbc.sql("update recovery set browser_digest = :digest where case_id = :case")
                .param("digest", digest)
                .param("case", caseId.value())
                .update();
    }

    Optional<byte[]> browser(CaseId caseId) {
        return jdbc.sql("select browser_digest from recovery where case_id = :case and browser_digest is not null")
                .param("case", caseId.value())
                .query((row, number) -> row.getBytes("browser_digest"))
                .optional();
    }

    /**
     * Remembers that a sign-in goes on with the case.
     *
     * @param opens whether the browser of the sign-in is the one that opened it
     */
    void visit(CaseId signInCase, CaseId caseId, boolean opens, Instant at) {
        jdbc.sql("insert into recovery_visit (sign_in_case, case_id, opens, visited_at)"
                        + " values (:signIn, :case, :opens, :at)")
                .param("signIn", signInCase.value())
                .param("case", caseId.value())
                .param("opens", opens)
                .param("at", utc(at))
                .update();
    }

    Optional<Visit> visit(AccountId account, CaseId signInCase) {
        return jdbc.sql("select visit.case_id, visit.opens from recovery_visit visit join recovery on"
                        + " recovery.case_id = visit.case_id where visit.sign_in_case = :signIn"
                        + " and recovery.account_id = :account")
                .param("signIn", signInCase.value())
                .param("account", account.value())
                .query((row, number) ->
                        new Visit(new CaseId(row.getObject("case_id", UUID.class)), row.getBoolean("opens")))
                .optional();
    }

    /** A sign-in has become a visit once: what it opens it opens no second time. */
    boolean use(CaseId signInCase) {
        return 1
                == jdbc.sql("delete from recovery_visit where sign_in_case = :signIn")
                        .param("signIn", signInCase.value())
                        .update();
    }

    /**
     * A sign-in that goes on with a case.
     *
     * @param opens whether its browser is the one that opened the case
     */
    record Visit(CaseId caseId, boolean opens) {}

    private static Recovery read(ResultSet row, int number) throws SQLException {
        return new Recovery(
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                RecoveryChannel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getObject("opened_by", UUID.class)).map(AccountId::new),
                RecoveryState.valueOf(row.getString("state")),
                instant(row, "opened_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                instant(row, "wait_until"),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
