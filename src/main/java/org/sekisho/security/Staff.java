package org.sekisho.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who of the staff is behind the request or the UI event that the calling thread works on, with the roles that both the session and
 * the directory, at this moment, allow. Asked anew each time, so that a role that is taken away is gone at once.
 */
@Component
public class Staff {

    private final CurrentUser user;
    private final ObjectProvider<Accounts> accounts;

    /** The directory writes to the trail, and the trail asks who acts: the directory is looked up when it is needed. */
    Staff(CurrentUser user, ObjectProvider<Accounts> accounts) {
        this.user = user;
        this.accounts = accounts;
    }

    /** Empty where nobody is there, where whoever is there is not signed in, and for everybody else who is no staff. */
    public Optional<StaffMember> acting() {
        return user.find()
                .filter(Person::signedIn)
                .filter(person -> person.roles().stream().anyMatch(Role::isStaff))
                .flatMap(person -> accounts.getObject()
                        .find(person.account())
                        .filter(account -> account.state() == AccountState.ACTIVE)
                        .map(account -> new StaffMember(account, both(person, account))))
                .filter(member -> !member.roles().isEmpty());
    }

    /** The roles of the staff that whoever acts holds; none for everybody else. */
    public Set<Role> roles() {
        return acting().map(StaffMember::roles).orElse(Set.of());
    }

    /**
     * Whoever acts, who must hold one of the roles.
     *
     * @param what the reader of a log should know was asked for
     * @throws AccessDeniedException where they hold none of them
     */
    public Account demand(Collection<Role> roles, String what) {
        return acting().filter(member -> member.roles().stream().anyMatch(roles::contains))
                .map(StaffMember::account)
                .orElseThrow(() -> new AccessDeniedException(what + " is not for whoever asked"));
    }

    private static Set<Role> both(Person person, Account account) {
        return person.roles().stream()
                .filter(Role::isStaff)
                .filter(account::has)
                .collect(Collectors.toSet());
    }
}
