package org.sekisho.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.audit.AuditEvent;
import org.sekisho.process.CaseLog;
import org.sekisho.process.CasePath;
import org.sekisho.process.TakenDecision;

/**
 * A case as it happened, moment by moment: each moment is a step that was entered, in the order in which the case did so through all
 * of its processes, with everything that is known of it.
 */
public final class Replay {

    private final CaseRecord record;
    private final List<Moment> moments;

    private Replay(CaseRecord record, List<Moment> moments) {
        this.record = record;
        this.moments = List.copyOf(moments);
    }

    /**
     * One moment.
     *
     * @param path the process that moved on
     * @param step the step that it entered
     * @param events what happened while the case stood there
     * @param decision what a decision table answered there
     * @param attempts the tries of a step that failed there
     * @param operations what the engine was told there
     */
    public record Moment(
            CasePath path,
            CasePath.Step step,
            List<AuditEvent> events,
            Optional<TakenDecision> decision,
            List<CaseLog.Attempt> attempts,
            List<CaseLog.Operation> operations) {

        public Moment {
            events = List.copyOf(events);
            attempts = List.copyOf(attempts);
            operations = List.copyOf(operations);
        }

        public Instant at() {
            return step.enteredAt();
        }
    }

    /**
     * What of a process has been seen up to a moment, by the ids of its model.
     *
     * @param passed elements that were left
     * @param standing elements at which it stood
     * @param entered both of them, and those that only hold others
     */
    public record Seen(Collection<String> passed, Collection<String> standing, Collection<String> entered) {

        public Seen {
            passed = List.copyOf(passed);
            standing = List.copyOf(standing);
            entered = List.copyOf(entered);
        }
    }

    /** @param events the events of the case, in the order in which they were written */
    public static Replay of(CaseRecord record, List<AuditEvent> events) {
        List<Place> places = inOrder(record.paths());
        Map<Integer, List<AuditEvent>> byMoment = new LinkedHashMap<>();
        for (AuditEvent event : events) {
            moment(places, event).ifPresent(place -> byMoment.computeIfAbsent(place, number -> new ArrayList<>())
                    .add(event));
        }
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < places.size(); number++) {
            Place place = places.get(number);
            moments.add(new Moment(
                    place.path(),
                    place.step(),
                    byMoment.getOrDefault(number, List.of()),
                    record.decisions().stream()
                            .filter(decision -> place.is(decision.element()) && place.holds(decision.at()))
                            .findFirst(),
                    record.attempts().stream()
                            .filter(attempt ->
                                    attempt.process().equals(place.path().process())
                                            && place.is(attempt.element())
                                            && place.holds(attempt.at()))
                            .toList(),
                    record.operations().stream()
                            .filter(operation ->
                                    operation.element().filter(place::is).isPresent() && place.holds(operation.at()))
                            .toList()));
        }
        return new Replay(record, moments);
    }

    public CaseRecord record() {
        return record;
    }

    public List<Moment> moments() {
        return moments;
    }

    /** What has been seen of a process when a moment has come. */
    public Seen seen(CasePath path, int number) {
        Instant now = moments.get(number).at();
        Set<String> passed = new TreeSet<>();
        Set<String> standing = new TreeSet<>();
        Set<String> entered = new TreeSet<>();
        for (int before = 0; before <= number; before++) {
            Moment moment = moments.get(before);
            if (moment.path().id().equals(path.id())) {
                String element = moment.step().element();
                boolean last = before == number;
                boolean left = !last
                        && moment.step().leftAt().filter(at -> !at.isAfter(now)).isPresent();
                entered.add(element);
                if (last || moment.step().kind() != CasePath.Kind.PART) {
                    (left ? passed : standing).add(element);
                }
            }
        }
        passed.removeAll(standing);
        return new Seen(passed, standing, entered);
    }

    private static List<Place> inOrder(List<CasePath> paths) {
        List<Place> places = new ArrayList<>();
        paths.stream().filter(path -> path.caller().isEmpty()).forEach(root -> collect(root, paths, places));
        // stable: what was entered in the same moment stays in the order in which it follows from what went before
        places.sort(Comparator.comparing(place -> place.step().enteredAt()));
        return places;
    }

    private static void collect(CasePath path, List<CasePath> all, List<Place> places) {
        for (CasePath.Step step : path.steps()) {
            places.add(new Place(path, step));
            step.called()
                    .flatMap(called -> all.stream()
                            .filter(other -> other.id().equals(called))
                            .findFirst())
                    .ifPresent(called -> collect(called, all, places));
        }
    }

    /** The last moment before an event that is of the same element, where the event names one; else the last one before it. */
    private static Optional<Integer> moment(List<Place> places, AuditEvent event) {
        Optional<Integer> any = Optional.empty();
        Optional<Integer> same = Optional.empty();
        for (int number = 0; number < places.size(); number++) {
            Place place = places.get(number);
            if (place.step().enteredAt().isAfter(event.at())) {
                break;
            }
            any = Optional.of(number);
            if (event.step().filter(place.name()::equals).isPresent()) {
                same = any;
            }
        }
        Optional<Integer> before = any;
        return same.or(() -> before).or(() -> places.isEmpty() ? Optional.empty() : Optional.of(0));
    }

    /** A step of a path. */
    private record Place(CasePath path, CasePath.Step step) {

        /** As events name it. */
        String name() {
            return path.process() + "/" + step.element() + "@" + path.version();
        }

        boolean is(String element) {
            return step.element().equals(element);
        }

        boolean holds(Instant moment) {
            return !moment.isBefore(step.enteredAt())
                    && step.leftAt().filter(moment::isAfter).isEmpty();
        }
    }
}
