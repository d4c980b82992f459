package org.sekisho.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.process.CaseId;
import org.sekisho.security.SessionKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases in table {@code verification_case}. Calls join a transaction of the caller. */
@Component
class JdbcVerificationCases {

    /** As long as the engine keeps a case of this process. */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcVerificationCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(VerificationCase verification) {
        jdbc.sql("delete from verification_case where expires_at < :old")
                .param("old", at(clock.instant().minus(KEPT_FOR)))
                .update();
        jdbc.sql("insert into verification_case (case_id, account_id, session_key, purpose, return_route, expires_at)"
                        + " values (:case, :account, :session, :purpose, :route, :expires)")
                .param("case", verification.id().value())
                .param("account", verification.account().value())
                .param("session", verification.session().value())
                .param("purpose", verification.purpose().name())
                .param("route", verification.returnRoute())
                .param("expires", at(verification.expiresAt()))
                .update();
    }

    /**
     * A case that must exist.
     *
     * @throws IllegalStateException where it does not
     */
    VerificationCase get(CaseId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no verification case " + id));
    }

    Optional<VerificationCase> find(CaseId id) {
        return jdbc.sql("select account_id, session_key, purpose, return_route, expires_at from verification_case"
                        + " where case_id = :case")
                .param("case", id.value())
                .query((row, number) -> new VerificationCase(
                        id,
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new SessionKey(row.getObject("session_key", UUID.class)),
                        VerificationPurpose.valueOf(row.getString("purpose")),
                        row.getString("return_route"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** How the case ended; empty while it is open. */
    Optional<VerificationEnded.Outcome> outcome(CaseId id) {
        return jdbc.sql("select outcome from verification_case where case_id = :case and outcome is not null")
                .param("case", id.value())
                .query(String.class)
                .optional()
                .map(VerificationEnded.Outcome::valueOf);
    }

    /** Remembers that a method was proved in the case now. */
    void proved(CaseId id, FactorId factor) {
        jdbc.sql("update verification_case set proved_factor = :factor, proved_at = :now where case_id = :case")
                .param("factor", factor.value())
                .param("now", at(clock.instant()))
                .param("case", id.value())
                .update();
    }

    /** The methods of the account that the session has proved since a moment. */
    Set<FactorId> provedSince(AccountId account, SessionKey session, Instant since) {
        return jdbc
                .sql("select distinct proved_factor from verification_case"
                        + " where account_id = :account and session_key = :session and proved_at >= :since")
                .param("account", account.value())
                .param("session", session.value())
                .param("since", at(since))
                .query(UUID.class)
                .list()
                .stream()
                .map(FactorId::new)
                .collect(Collectors.toSet());
    }

    /** Remembers how the case ended. */
    void close(CaseId id, VerificationEnded.Outcome outcome) {
        jdbc.sql("update verification_case set outcome = :outcome where case_id = :case and outcome is null")
                .param("outcome", outcome.name())
                .param("case", id.value())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
