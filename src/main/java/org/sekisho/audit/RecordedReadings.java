package org.sekisho.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes into the trail who was shown to whom: about one person as their own event, about several with their ids. Whom somebody
 * was shown on the same screen within a minute is not told again.
 */
@Component
class RecordedReadings implements Readings {

    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    /** As many ids as an event has room for. */
    private static final int AT_ONCE = 80;

    private final AuditTrail trail;
    private final ObjectProvider<CurrentActor> currentActor;
    private final Clock clock;
    private final Map<Place, Shown> lately = new LinkedHashMap<>();

    RecordedReadings(AuditTrail trail, ObjectProvider<CurrentActor> currentActor, Clock clock) {
        this.trail = trail;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    private record Place(UUID reader, String action, Optional<UUID> caseId) {}

    private record Shown(Instant since, Set<UUID> people) {}

    @Override
    public void shown(String action, Optional<UUID> caseId, Collection<UUID> people) {
        Optional<UUID> reader = Optional.ofNullable(currentActor.getIfAvailable())
                .map(CurrentActor::actor)
                .flatMap(Actor::id);
        if (reader.isEmpty()) {
            return;
        }
        Place place = new Place(reader.get(), action, caseId);
        List<UUID> fresh = fresh(place, people);
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            List<UUID> some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
            if (some.size() == 1) {
                trail.record(action, Optional.of(some.get(0)), caseId, "shown", Map.of());
            } else {
                trail.record(
                        action,
                        Optional.empty(),
                        caseId,
                        "shown",
                        Map.of("people", some.stream().map(UUID::toString).collect(Collectors.joining(" "))));
            }
        }
        if (!fresh.isEmpty()) {
            // what is written goes with its transaction, and then those people have to be told of with the next
            OnceCommitted.run(() -> remember(place, fresh));
        }
    }

    private synchronized List<UUID> fresh(Place place, Collection<UUID> people) {
        Set<UUID> known = known(place, clock.instant()).map(Shown::people).orElseGet(Set::of);
        return people.stream()
                .distinct()
                .filter(person -> !person.equals(place.reader()))
                .filter(person -> !known.contains(person))
                .toList();
    }

    private synchronized void remember(Place place, List<UUID> people) {
        Instant now = clock.instant();
        Shown shown = known(place, now).orElseGet(() -> new Shown(now, new HashSet<>()));
        shown.people().addAll(people);
        lately.remove(place);
        lately.put(place, shown);
        if (lately.size() > REMEMBERED) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    private Optional<Shown> known(Place place, Instant now) {
        return Optional.ofNullable(lately.get(place))
                .filter(shown -> now.isBefore(shown.since().plus(TOGETHER)));
    }
}
