package org.sekisho.vouching;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** All questions to people who may vouch, in the table {@code vouching}: each person once in a recovery. */
@Component
class JdbcVouchings {

    private final JdbcClient jdbc;

    JdbcVouchings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a question.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the same was asked in the same recovery
     */
    void add(Vouching vouching) {
        jdbc.sql("insert into vouching (case_id, recovery_case, account_id, voucher_id, relation, state, asked_at)"
                        + " values (:case, :recovery, :account, :voucher, :relation, :state, :askedAt)")
                .param("case", vouching.caseId().value())
                .param("recovery", vouching.recovery().value())
                .param("account", vouching.account().value())
                .param("voucher", vouching.voucher().value())
                .param("relation", vouching.relation().name())
                .param("state", vouching.state().name())
                .param("askedAt", utc(vouching.askedAt()))
                .update();
    }

    /**
     * A question that must exist.
     *
     * @throws IllegalStateException where it does not
     */
    Vouching get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new IllegalStateException("no vouching " + caseId));
    }

    Optional<Vouching> find(CaseId caseId) {
        return jdbc.sql("select * from vouching where case_id = :case")
                .param("case", caseId.value())
                .query(JdbcVouchings::read)
                .optional();
    }

    /** All of a recovery, oldest first. */
    List<Vouching> of(CaseId recovery) {
        return jdbc.sql("select * from vouching where recovery_case = :recovery order by asked_at, case_id")
                .param("recovery", recovery.value())
                .query(JdbcVouchings::read)
                .list();
    }

    /** All that wait for an answer of somebody. */
    List<Vouching> openTo(AccountId voucher) {
        return jdbc.sql("select * from vouching where voucher_id = :voucher and state = 'ASKED'")
                .param("voucher", voucher.value())
                .query(JdbcVouchings::read)
                .list();
    }

    /** The cases are gone. */
    void remove(Collection<CaseId> cases) {
        jdbc.sql("delete from vouching where case_id in (:cases)")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .update();
    }

    void end(CaseId caseId, VouchingState state, Instant at) {
        jdbc.sql("update vouching set state = :state, ended_at = :at where case_id = :case")
                .param("state", state.name())
                .param("at", utc(at))
                .param("case", caseId.value())
                .update();
    }

    private static Vouching read(ResultSet row, int number) throws SQLException {
        return new Vouching(
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseId(row.getObject("recovery_case", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("voucher_id", UUID.class)),
                Relation.valueOf(row.getString("relation")),
                VouchingState.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
