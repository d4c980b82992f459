package org.sekisho.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Separation of duties: who must not work the group tasks of a process, beside the subject of its case. A process that names
 * them in {@link #VARIABLE} has those tasks kept from them: they neither see, claim nor complete one, nor can they be given one.
 * What a process calls does not inherit the variable: the call hands it on.
 *
 * @param accounts opaque ids, at most {@value #MOST}
 */
public record Barred(Set<UUID> accounts) {

    /** Ids of accounts, separated by commas. */
    public static final Variable<Barred> VARIABLE = Variable.of("barred", Barred::encoded, Barred::decoded);

    /** As many as the engine can store in one text. */
    public static final int MOST = 100;

    private static final String SEPARATOR = ",";
    private static final Barred NOBODY = new Barred(Set.of());

    public Barred {
        accounts = Set.copyOf(accounts);
        if (accounts.size() > MOST) {
            throw new IllegalArgumentException("no more than " + MOST + " accounts can be barred from a case");
        }
    }

    public static Barred nobody() {
        return NOBODY;
    }

    public static Barred of(Collection<UUID> accounts) {
        return new Barred(Set.copyOf(accounts));
    }

    /** These and one more. */
    public Barred and(UUID account) {
        return and(new Barred(Set.of(account)));
    }

    /** These and those. */
    public Barred and(Barred others) {
        Set<UUID> all = new HashSet<>(accounts);
        all.addAll(others.accounts);
        return new Barred(all);
    }

    /** Whether the actor is one of them. */
    public boolean bars(Actor actor) {
        return actor.id().filter(accounts::contains).isPresent();
    }

    private String encoded() {
        return new TreeSet<>(accounts).stream().map(UUID::toString).collect(Collectors.joining(SEPARATOR));
    }

    private static Barred decoded(String text) {
        return of(Arrays.stream(text.split(SEPARATOR))
                .filter(id -> !id.isBlank())
                .map(String::strip)
                .map(UUID::fromString)
                .collect(Collectors.toSet()));
    }
}
