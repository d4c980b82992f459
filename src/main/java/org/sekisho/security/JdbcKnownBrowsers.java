package org.sekisho.security;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which browsers have completed MFA for an account, for as long as their cookie lives. */
@Component
class JdbcKnownBrowsers {

    /** How long the cookie of a browser lives. */
    static final Duration LIFE = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcKnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(AccountId account, String digest) {
        return jdbc.sql("SELECT count(*) FROM known_browser"
                                + " WHERE account = :account AND browser_digest = :digest AND last_seen_at >= :since")
                        .param("account", account.value())
                        .param("digest", digest)
                        .param("since", now().minus(LIFE))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the cookie was issued here at all: one that was not is never taken over. */
    boolean issued(String digest) {
        return jdbc.sql("SELECT count(*) FROM known_browser WHERE browser_digest = :digest")
                        .param("digest", digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Must be called outside a transaction: two sign-ins of one browser at once meet at the primary key. */
    void remember(AccountId account, String digest) {
        OffsetDateTime now = now();
        jdbc.sql("DELETE FROM known_browser WHERE account = :account AND last_seen_at < :since")
                .param("account", account.value())
                .param("since", now.minus(LIFE))
                .update();
        if (seen(account, digest, now)) {
            return;
        }
        try {
            jdbc.sql("INSERT INTO known_browser (account, browser_digest, first_seen_at, last_seen_at)"
                            + " VALUES (:account, :digest, :now, :now)")
                    .param("account", account.value())
                    .param("digest", digest)
                    .param("now", now)
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            seen(account, digest, now);
        }
    }

    @EventListener
    void on(AccountEnded event) {
        jdbc.sql("DELETE FROM known_browser WHERE account = :account")
                .param("account", event.account().value())
                .update();
    }

    private boolean seen(AccountId account, String digest, OffsetDateTime now) {
        return jdbc.sql("UPDATE known_browser SET last_seen_at = :now"
                                + " WHERE account = :account AND browser_digest = :digest")
                        .param("now", now)
                        .param("account", account.value())
                        .param("digest", digest)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
