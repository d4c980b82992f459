package org.sekisho.security;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.RolesLost;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends sessions by counting generations: a session remembers the generation of its account at its start and is refused once
 * the number has grown. Unlike a moment in time, the number is exact whatever the clocks of the nodes say.
 */
@Component
class JdbcSessions implements Sessions {

    private final JdbcClient jdbc;
    private final LocalSessions local;
    private final AuditTrail trail;

    JdbcSessions(JdbcClient jdbc, LocalSessions local, AuditTrail trail) {
        this.jdbc = jdbc;
        this.local = local;
        this.trail = trail;
    }

    /** The generation of a session that begins now. Must be called outside a transaction. */
    long begin(AccountId account) {
        return generation(account).orElseGet(() -> {
            try {
                jdbc.sql("INSERT INTO session_generation (account, generation) VALUES (:account, 0)")
                        .param("account", account.value())
                        .update();
                return 0L;
            } catch (DuplicateKeyException meanwhile) {
                return generation(account).orElseThrow();
            }
        });
    }

    boolean hasEnded(Person person) {
        return jdbc.sql("SELECT generation, kept_session FROM session_generation WHERE account = :account")
                .param("account", person.account().value())
                .query((row, number) -> person.generation() < row.getLong("generation")
                        && !Arrays.equals(Digests.of(person.session()), row.getBytes("kept_session")))
                .optional()
                .orElse(false);
    }

    @Override
    public void endAll(AccountId account) {
        end(account, null, person -> person.account().equals(account));
    }

    @Override
    public void endOthers(AccountId account, SessionKey except) {
        end(
                account,
                except,
                person -> person.account().equals(account) && !person.session().equals(except));
    }

    @EventListener
    void on(AccountEnded event) {
        endAll(event.account());
    }

    @EventListener
    void on(RolesLost event) {
        endAll(event.account());
    }

    /** An account without a row has never had a session: there is nothing to end. */
    private void end(AccountId account, @Nullable SessionKey kept, Predicate<Person> whose) {
        int had = jdbc.sql("UPDATE session_generation SET generation = generation + 1, kept_session = :kept"
                        + " WHERE account = :account")
                .param("kept", kept == null ? null : Digests.of(kept))
                .param("account", account.value())
                .update();
        if (had == 0) {
            return;
        }
        trail.record(
                "security.sessions-ended",
                Optional.of(account.value()),
                Optional.empty(),
                kept == null ? "all" : "others",
                Map.of());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            local.end(whose);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                local.end(whose);
            }
        });
    }

    private Optional<Long> generation(AccountId account) {
        return jdbc.sql("SELECT generation FROM session_generation WHERE account = :account")
                .param("account", account.value())
                .query(Long.class)
                .optional();
    }
}
