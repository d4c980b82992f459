package org.sekisho.process;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts on a case: a person by opaque id with the groups whose tasks they may take, or the system itself.
 *
 * @param id the person; empty for the system
 * @param groups the names that models use as candidate groups, such as {@code helpdesk} or {@code approver:<unit>}
 */
public record Actor(Optional<UUID> id, Set<String> groups) {

    private static final Actor SYSTEM = new Actor(Optional.empty(), Set.of());

    public Actor {
        groups = Set.copyOf(groups);
    }

    public static Actor system() {
        return SYSTEM;
    }

    public static Actor person(UUID id, Set<String> groups) {
        return new Actor(Optional.of(id), groups);
    }

    public boolean is(UUID person) {
        return id.filter(person::equals).isPresent();
    }
}
