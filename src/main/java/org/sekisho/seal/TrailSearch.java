package org.sekisho.seal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sekisho.process.CaseNumbers;

/**
 * What is sought in the trail. What is empty asks for nothing.
 *
 * @param subject whose account it is about
 * @param actor who acted
 * @param caseName the number of a case, or its id
 * @param action what was done, such as {@code factor.activated}
 * @param result how it ended, such as {@code refused}
 * @param from the first day, in the organisation's time zone
 * @param until the last day
 */
public record TrailSearch(
        Optional<UUID> subject,
        Optional<UUID> actor,
        Optional<String> caseName,
        Optional<String> action,
        Optional<String> result,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** @throws IllegalArgumentException where that is not how cases are called */
    public TrailSearch {
        if (caseName.filter(name -> CaseNumbers.in(name).isEmpty()).isPresent()) {
            throw new IllegalArgumentException("no case is called so");
        }
    }

    /** The whole trail. */
    public static TrailSearch everything() {
        return new TrailSearch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What kinds of things are sought, without whom or what. */
    String kinds() {
        Set<String> kinds = new TreeSet<>();
        subject.ifPresent(sought -> kinds.add("account"));
        actor.ifPresent(sought -> kinds.add("actor"));
        caseName.ifPresent(sought -> kinds.add("case"));
        action.ifPresent(sought -> kinds.add("action"));
        result.ifPresent(sought -> kinds.add("result"));
        from.ifPresent(sought -> kinds.add("from"));
        until.ifPresent(sought -> kinds.add("until"));
        return String.join(" ", kinds);
    }

    /** A result alone no index finds: then so many days are looked at and no more. */
    TrailSearch bounded(LocalDate since) {
        boolean resultAlone = result.isPresent()
                && subject.isEmpty()
                && actor.isEmpty()
                && caseName.isEmpty()
                && action.isEmpty()
                && from.isEmpty();
        return resultAlone
                ? new TrailSearch(subject, actor, caseName, action, result, Optional.of(since), until)
                : this;
    }
}
