package org.sekisho.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.sekisho.directory.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers in a table which session has proved a factor, and when. */
@Component
class JdbcFreshFactor implements FreshFactor {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecurityProperties policy;

    JdbcFreshFactor(JdbcClient jdbc, Clock clock, SecurityProperties policy) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    @Transactional
    public void proved(AccountId account, SessionKey session) {
        jdbc.sql("DELETE FROM fresh_factor WHERE account = :account"
                        + " AND (session_digest = :session OR proved_at < :since)")
                .param("account", account.value())
                .param("session", Digests.of(session))
                .param("since", oldest())
                .update();
        jdbc.sql("INSERT INTO fresh_factor (account, session_digest, proved_at) VALUES (:account, :session, :now)")
                .param("account", account.value())
                .param("session", Digests.of(session))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isFresh(AccountId account, SessionKey session) {
        return jdbc.sql("SELECT count(*) FROM fresh_factor WHERE account = :account"
                                + " AND session_digest = :session AND proved_at >= :since")
                        .param("account", account.value())
                        .param("session", Digests.of(session))
                        .param("since", oldest())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(policy.freshFactor()).atOffset(ZoneOffset.UTC);
    }
}
