package org.sekisho.enrollment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All applications, in the table {@code enrollment}, which allows one open case per account. */
@Component
class JdbcEnrollments {

    private final JdbcClient jdbc;

    JdbcEnrollments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an open application.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the account has one
     */
    void add(CaseId caseId, AccountId account, Instant appliedAt, Instant notNowUntil, Optional<String> returnTo) {
        jdbc.sql("insert into enrollment (case_id, account_id, open_for, state, applied_at, not_now_count,"
                        + " not_now_until, return_to) values (:caseId, :account, :account, :state, :appliedAt, 0,"
                        + " :notNowUntil, :returnTo)")
                .param("caseId", caseId.value())
                .param("account", account.value())
                .param("state", EnrollmentState.APPLIED.name())
                .param("appliedAt", utc(appliedAt))
                .param("notNowUntil", utc(notNowUntil))
                .param("returnTo", returnTo.orElse(null))
                .update();
    }

    Optional<Enrollment> open(AccountId account) {
        return jdbc.sql("select * from enrollment where open_for = :account")
                .param("account", account.value())
                .query(JdbcEnrollments::read)
                .optional();
    }

    Optional<Enrollment> find(CaseId caseId) {
        return jdbc.sql("select * from enrollment where case_id = :caseId")
                .param("caseId", caseId.value())
                .query(JdbcEnrollments::read)
                .optional();
    }

    /** All applications of an account, newest first; an open one is the newest, also where another ended in the same moment. */
    List<Enrollment> of(AccountId account) {
        return jdbc.sql("select * from enrollment where account_id = :account"
                        + " order by case when open_for is null then 1 else 0 end, applied_at desc")
                .param("account", account.value())
                .query(JdbcEnrollments::read)
                .list();
    }

    void moveTo(CaseId caseId, EnrollmentState state) {
        jdbc.sql("update enrollment set state = :state where case_id = :caseId")
                .param("state", state.name())
                .param("caseId", caseId.value())
                .update();
    }

    void returnTo(CaseId caseId, String route) {
        jdbc.sql("update enrollment set return_to = :route where case_id = :caseId")
                .param("route", route)
                .param("caseId", caseId.value())
                .update();
    }

    void schedule(CaseId caseId, Instant activationAt) {
        jdbc.sql("update enrollment set state = :state, activation_at = :activationAt where case_id = :caseId")
                .param("state", EnrollmentState.PROPAGATING.name())
                .param("activationAt", utc(activationAt))
                .param("caseId", caseId.value())
                .update();
    }

    /** Closes an application: the account may have another. */
    void end(CaseId caseId, EnrollmentState state, Instant at) {
        jdbc.sql("update enrollment set state = :state, open_for = null, ended_at = :at where case_id = :caseId")
                .param("state", state.name())
                .param("at", utc(at))
                .param("caseId", caseId.value())
                .update();
    }

    /**
     * Counts one more "not now" where the budget allows it.
     *
     * @return whether it did
     */
    boolean countNotNow(CaseId caseId, int most, Instant now) {
        return jdbc.sql("update enrollment set not_now_count = not_now_count + 1"
                                + " where case_id = :caseId and not_now_count < :most and not_now_until > :now")
                        .param("caseId", caseId.value())
                        .param("most", most)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static Enrollment read(ResultSet row, int number) throws SQLException {
        return new Enrollment(
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                EnrollmentState.valueOf(row.getString("state")),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getInt("not_now_count"),
                row.getObject("not_now_until", OffsetDateTime.class).toInstant(),
                instant(row.getObject("activation_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("return_to")));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime stored) {
        return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
