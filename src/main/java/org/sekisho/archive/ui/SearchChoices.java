package org.sekisho.archive.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.process.ProcessKey;

/**
 * What a search can choose from.
 *
 * @param kinds the processes that cases have begun with
 * @param callers the processes whose cases stand at the steps of others as well, which they call
 * @param places where cases can stand and end
 */
record SearchChoices(List<ProcessKey> kinds, Set<ProcessKey> callers, List<Place> places) {

    /** Where cases of a kind can stand, in its own process and in those that no case begins with but that are called. */
    List<Place> steps(Optional<ProcessKey> kind) {
        return places.stream()
                .filter(place -> !place.ending())
                .filter(place -> kind.map(chosen -> place.process().equals(chosen)
                                || callers.contains(chosen) && !kinds.contains(place.process()))
                        .orElse(true))
                .toList();
    }

    /** Where cases of a kind can end, which is nowhere but in their own process. */
    List<Place> endings(Optional<ProcessKey> kind) {
        return places.stream()
                .filter(Place::ending)
                .filter(place -> kind.map(place.process()::equals).orElseGet(() -> kinds.contains(place.process())))
                .toList();
    }
}
