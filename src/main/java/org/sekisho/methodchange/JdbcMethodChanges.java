package org.sekisho.methodchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All changes, in the table {@code method_change}, which allows one open case per account. */
@Component
class JdbcMethodChanges {

    private final JdbcClient jdbc;

    JdbcMethodChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an open change.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the account has one
     */
    void add(MethodChange change) {
        jdbc.sql("insert into method_change (case_id, account_id, open_for, change, factor_id, bound, requested_at,"
                        + " expires_at) values (:caseId, :account, :account, :change, :factor, false, :requestedAt,"
                        + " :expiresAt)")
                .param("caseId", change.caseId().value())
                .param("account", change.account().value())
                .param("change", change.change().name())
                .param("factor", change.method().map(FactorId::value).orElse(null))
                .param("requestedAt", utc(change.requestedAt()))
                .param("expiresAt", utc(change.expiresAt()))
                .update();
    }

    Optional<MethodChange> open(AccountId account) {
        return jdbc.sql("select * from method_change where open_for = :account")
                .param("account", account.value())
                .query(JdbcMethodChanges::read)
                .optional();
    }

    Optional<MethodChange> find(CaseId caseId) {
        return jdbc.sql("select * from method_change where case_id = :caseId")
                .param("caseId", caseId.value())
                .query(JdbcMethodChanges::read)
                .optional();
    }

    /** A new method has been proved in the case. */
    void bound(CaseId caseId) {
        jdbc.sql("update method_change set bound = true where case_id = :caseId")
                .param("caseId", caseId.value())
                .update();
    }

    /** Closes a change: the account may have another. */
    void end(CaseId caseId, Ending ending, Instant at) {
        jdbc.sql("update method_change set open_for = null, ending = :ending, ended_at = :at where case_id = :caseId")
                .param("ending", ending.name())
                .param("at", utc(at))
                .param("caseId", caseId.value())
                .update();
    }

    private static MethodChange read(ResultSet row, int number) throws SQLException {
        return new MethodChange(
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Change.valueOf(row.getString("change")),
                Optional.ofNullable(row.getObject("factor_id", UUID.class)).map(FactorId::new),
                row.getBoolean("bound"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
