package org.sekisho.security;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.springframework.stereotype.Component;

/** Begins sessions. */
@Component
class NewSessions {

    private final Accounts accounts;
    private final JdbcSessions sessions;
    private final Clock clock;

    NewSessions(Accounts accounts, JdbcSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A person who may do nothing yet; empty where the account is not active. The generation is read before the state: an
     * account that ends in between has one or the other changed. Must be called outside a transaction.
     */
    Optional<Person> begin(AccountId account) {
        long generation = sessions.begin(account);
        return accounts.find(account)
                .filter(found -> found.state() == AccountState.ACTIVE)
                .map(active -> new Person(
                        account,
                        new SessionKey(UUID.randomUUID()),
                        Set.of(Role.HOLDER),
                        false,
                        clock.instant(),
                        null,
                        null,
                        generation));
    }
}
