package org.sekisho.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants in a table; whoever deletes the row has used it. */
@Component
class JdbcSignInGrants implements SignInGrants {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecurityProperties policy;

    JdbcSignInGrants(JdbcClient jdbc, Clock clock, SecurityProperties policy) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    @Transactional
    public void grant(AccountId account, SessionKey session, CaseId caseId, boolean withFactor) {
        jdbc.sql("DELETE FROM sign_in_grant WHERE account = :account AND granted_at < :since")
                .param("account", account.value())
                .param("since", oldest())
                .update();
        jdbc.sql("INSERT INTO sign_in_grant (session_digest, case_id, account, with_factor, granted_at)"
                        + " VALUES (:session, :caseId, :account, :withFactor, :now)")
                .param("session", Digests.of(session))
                .param("caseId", caseId.value())
                .param("account", account.value())
                .param("withFactor", withFactor)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a grant waits for the browser to come back. */
    boolean isWaiting(AccountId account, SessionKey session, CaseId caseId) {
        return find(account, session, caseId).isPresent();
    }

    /**
     * Uses a grant up.
     *
     * @return whether a factor was proved; empty where there is no grant for this session and case, it is too old, or somebody
     *     else has used it
     */
    @Transactional
    Optional<Boolean> consume(AccountId account, SessionKey session, CaseId caseId) {
        return find(account, session, caseId)
                .filter(withFactor -> jdbc.sql("DELETE FROM sign_in_grant WHERE session_digest = :session"
                                        + " AND case_id = :caseId AND account = :account AND granted_at >= :since")
                                .param("session", Digests.of(session))
                                .param("caseId", caseId.value())
                                .param("account", account.value())
                                .param("since", oldest())
                                .update()
                        == 1);
    }

    private Optional<Boolean> find(AccountId account, SessionKey session, CaseId caseId) {
        return jdbc.sql("SELECT with_factor FROM sign_in_grant WHERE session_digest = :session"
                        + " AND case_id = :caseId AND account = :account AND granted_at >= :since")
                .param("session", Digests.of(session))
                .param("caseId", caseId.value())
                .param("account", account.value())
                .param("since", oldest())
                .query(Boolean.class)
                .optional();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(policy.grantLife()).atOffset(ZoneOffset.UTC);
    }
}
