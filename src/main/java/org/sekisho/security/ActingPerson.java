package org.sekisho.security;

import java.util.Set;
import java.util.TreeSet;
import org.sekisho.directory.Role;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * Engine calls are made in the name of the person in the security context. Staff act for the groups of roles that both the
 * session and the directory, at this moment, allow; an approver for their present unit alone.
 */
@Component
class ActingPerson implements CurrentActor {

    private final CurrentUser currentUser;
    private final Staff staff;

    ActingPerson(CurrentUser currentUser, Staff staff) {
        this.currentUser = currentUser;
        this.staff = staff;
    }

    @Override
    public Actor actor() {
        return currentUser.find().map(this::actor).orElseGet(Actor::system);
    }

    private Actor actor(Person person) {
        return Actor.person(person.account().value(), person.signedIn() ? groups() : Set.of());
    }

    private Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        groups.add(Role.HOLDER.key());
        staff.acting()
                .ifPresent(member -> member.roles().forEach(role -> groups.addAll(role.groups(member.account()))));
        return groups;
    }
}
