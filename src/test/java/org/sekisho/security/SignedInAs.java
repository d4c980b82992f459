package org.sekisho.security;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets a test act as a person until it is closed: {@code try (var student = SignedInAs.holder(account)) { … }}. Restores
 * whoever acted before, so that it nests.
 */
public final class SignedInAs implements AutoCloseable {

    private final Person person;
    private final SecurityContext before;

    private SignedInAs(Person person) {
        this.person = person;
        this.before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(person));
        SecurityContextHolder.setContext(context);
    }

    /** A person signed in with a password alone. */
    public static SignedInAs holder(AccountId account) {
        return new SignedInAs(person(account, Set.of(Role.HOLDER), true, false, null));
    }

    /** A person signed in with a proved factor and these roles besides their own account. */
    public static SignedInAs withRoles(AccountId account, Role... roles) {
        Set<Role> all = EnumSet.of(Role.HOLDER);
        all.addAll(List.of(roles));
        return new SignedInAs(person(account, all, true, true, null));
    }

    /** A person who has given the password and waits at the sign-in case. */
    public static SignedInAs halfWay(AccountId account, CaseId caseId) {
        return new SignedInAs(person(account, Set.of(Role.HOLDER), false, false, caseId));
    }

    /** The same person in the same session as before. */
    public static SignedInAs again(Person person) {
        return new SignedInAs(person);
    }

    /** What a request carries when this person makes it, for MockMvc's {@code authentication(…)}. */
    public static Authentication authentication(Person person) {
        return new PersonAuthentication(person);
    }

    private static Person person(
            AccountId account, Set<Role> roles, boolean signedIn, boolean factor, @Nullable CaseId pendingCase) {
        Instant now = Instant.now();
        return new Person(
                account,
                new SessionKey(UUID.randomUUID()),
                roles,
                signedIn,
                now,
                factor ? now : null,
                pendingCase,
                Long.MAX_VALUE);
    }

    public Person person() {
        return person;
    }

    @Override
    public void close() {
        SecurityContextHolder.setContext(before);
    }
}
