package org.sekisho.security;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;

/**
 * The person behind a session and how far they have proved who they are.
 *
 * <p>After the password alone a session is <em>half-way</em>: it may work the one case that {@link #pendingCase} names, its
 * sign-in case, and nothing else. A session that is {@link #signedIn} may use the product; one with {@link #factorAt} has
 * proved a second factor.
 */
public final class Person implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final UUID session;
    private final Set<Role> roles;
    private final boolean signedIn;
    private final Instant passwordAt;
    private final @Nullable Instant factorAt;
    private final @Nullable UUID pendingCase;
    private final long generation;

    Person(
            AccountId account,
            SessionKey session,
            Set<Role> roles,
            boolean signedIn,
            Instant passwordAt,
            @Nullable Instant factorAt,
            @Nullable CaseId pendingCase,
            long generation) {
        this.account = account.value();
        this.session = session.value();
        this.roles = Set.copyOf(roles);
        this.signedIn = signedIn;
        this.passwordAt = passwordAt;
        this.factorAt = factorAt;
        this.pendingCase = pendingCase == null ? null : pendingCase.value();
        this.generation = generation;
    }

    public AccountId account() {
        return new AccountId(account);
    }

    public SessionKey session() {
        return new SessionKey(session);
    }

    /** The roles that this session may use: staff roles only where policy is content with the proof given. */
    public Set<Role> roles() {
        return roles;
    }

    public boolean signedIn() {
        return signedIn;
    }

    public Instant passwordAt() {
        return passwordAt;
    }

    /** When the second factor of this sign-in was proved. */
    public Optional<Instant> factorAt() {
        return Optional.ofNullable(factorAt);
    }

    /** The sign-in case of a half-way session. */
    public Optional<CaseId> pendingCase() {
        return Optional.ofNullable(pendingCase).map(CaseId::new);
    }

    /** How often the account's sessions had been ended when this one began. */
    long generation() {
        return generation;
    }

    /** The same session, waiting at its sign-in case. */
    Person halfWay(CaseId signInCase) {
        return new Person(account(), session(), roles, false, passwordAt, factorAt, signInCase, generation);
    }

    /** The same session, signed in. */
    Person signedIn(Set<Role> usable, @Nullable Instant provedAt) {
        return new Person(account(), session(), usable, true, passwordAt, provedAt, null, generation);
    }

    @Override
    public String toString() {
        return "person of account " + account;
    }
}
