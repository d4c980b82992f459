package org.sekisho.security;

import java.util.Set;
import java.util.TreeSet;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Engine calls are made in the name of the person in the security context. Staff act for the groups of roles that both the
 * session and the directory, at this moment, allow; an approver for their present unit alone.
 */
@Component
class ActingPerson implements CurrentActor {

    private final CurrentUser currentUser;
    private final ObjectProvider<Accounts> accounts;

    /** The directory writes to the trail, and the trail asks who acts: the directory is looked up when it is needed. */
    ActingPerson(CurrentUser currentUser, ObjectProvider<Accounts> accounts) {
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    @Override
    public Actor actor() {
        return currentUser.find().map(this::actor).orElseGet(Actor::system);
    }

    private Actor actor(Person person) {
        return Actor.person(person.account().value(), person.signedIn() ? groups(person) : Set.of());
    }

    private Set<String> groups(Person person) {
        Set<String> groups = new TreeSet<>();
        groups.add(Role.HOLDER.key());
        if (person.roles().stream().anyMatch(Role::isStaff)) {
            accounts.getObject()
                    .find(person.account())
                    .filter(account -> account.state() == AccountState.ACTIVE)
                    .ifPresent(account -> groups.addAll(staffGroups(person, account)));
        }
        return groups;
    }

    private static Set<String> staffGroups(Person person, Account account) {
        Set<String> groups = new TreeSet<>();
        person.roles().stream()
                .filter(Role::isStaff)
                .filter(account::has)
                .forEach(role -> groups.addAll(role.groups(account)));
        return groups;
    }
}
