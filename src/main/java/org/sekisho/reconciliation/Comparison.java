package org.sekisho.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.TrailSections;
import org.sekisho.directory.AccountId;
import org.sekisho.process.UserOperation;
import org.sekisho.process.UserOperations;
import org.springframework.stereotype.Component;

/**
 * Lays the engine's log of user operations beside the trail, one stretch of time after the other, none with more than a few
 * thousand entries. Both are written by the same transaction. Where they are read is not one moment, though: whatever seems to
 * differ is looked at once more before it is told, when what was missing has long been committed.
 */
@Component
class Comparison {

    /** Entries that are looked at together at most, as long as they are not of one second. */
    private static final long MOST_AT_ONCE = 4_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    /** How far apart the two may say that something happened: each asks its own clock, one after the other. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final UserOperations log;
    private final TrailSections trail;
    private final Clock clock;

    Comparison(UserOperations log, TrailSections trail, Clock clock) {
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    private record Key(String id, String what, String target) {

        static Key of(UserOperation operation) {
            return new Key(operation.id(), operation.what(), operation.target());
        }
    }

    /**
     * Compares from one moment on and before another.
     *
     * @return how many operations were compared
     */
    long compare(Instant from, Instant until, Consumer<Difference> differs) {
        long compared = 0;
        Instant begin = from;
        while (begin.isBefore(until)) {
            Instant end = endOfStretch(begin, until);
            compared += compareStretch(begin, end, differs);
            begin = end;
        }
        return compared;
    }

    private Instant endOfStretch(Instant begin, Instant until) {
        Duration length = Duration.between(begin, until);
        if (length.compareTo(LONGEST) > 0) {
            length = LONGEST;
        }
        while (length.compareTo(SHORTEST) > 0
                && (log.entries(begin, begin.plus(length)) > MOST_AT_ONCE
                        || trail.count(ToldOperations.ACTION, begin, begin.plus(length)) > MOST_AT_ONCE)) {
            length = length.dividedBy(2);
        }
        return begin.plus(length);
    }

    private long compareStretch(Instant from, Instant until, Consumer<Difference> differs) {
        Map<Key, UserOperation> logged = byKey(log.between(from.minus(APART), until.plus(APART)));
        Map<Key, UserOperation> told = byKey(told(from.minus(APART), until.plus(APART)));
        long compared = 0;
        Map<Key, UserOperation> suspects = new LinkedHashMap<>();
        for (Map.Entry<Key, UserOperation> entry : logged.entrySet()) {
            if (isWithin(entry.getValue(), from, until)) {
                compared++;
                if (kind(entry.getValue(), told.get(entry.getKey())).isPresent()) {
                    suspects.put(entry.getKey(), entry.getValue());
                }
            }
        }
        told.forEach((key, operation) -> {
            if (isWithin(operation, from, until) && !logged.containsKey(key)) {
                suspects.put(key, operation);
            }
        });
        suspects.forEach((key, operation) -> lookAgain(key, operation).ifPresent(differs));
        return compared;
    }

    private Optional<Difference> lookAgain(Key key, UserOperation suspect) {
        UserOperation logged = byKey(log.of(key.id())).get(key);
        UserOperation told =
                byKey(told(suspect.at().minus(APART), suspect.at().plus(APART))).get(key);
        UserOperation known = logged != null ? logged : told;
        return known == null ? Optional.empty() : kind(logged, told).map(kind -> difference(kind, known, told));
    }

    private Difference difference(Difference.Kind kind, UserOperation known, @Nullable UserOperation told) {
        return new Difference(
                UUID.randomUUID(),
                clock.instant(),
                kind,
                known.id(),
                known.what(),
                known.target(),
                known.at(),
                known.actor().map(AccountId::new),
                known.caseId().or(() -> Optional.ofNullable(told).flatMap(UserOperation::caseId)));
    }

    private static Optional<Difference.Kind> kind(@Nullable UserOperation logged, @Nullable UserOperation told) {
        if (logged == null) {
            return told == null ? Optional.empty() : Optional.of(Difference.Kind.NOT_IN_ENGINE);
        }
        if (told == null) {
            return Optional.of(Difference.Kind.NOT_IN_TRAIL);
        }
        return logged.actor().equals(told.actor()) && logged.entries() == told.entries()
                ? Optional.empty()
                : Optional.of(Difference.Kind.UNLIKE);
    }

    private List<UserOperation> told(Instant from, Instant until) {
        return trail.of(ToldOperations.ACTION, from, until).stream()
                .map(ToldOperations::read)
                .toList();
    }

    /** What is told twice differs from what was done once. */
    private static Map<Key, UserOperation> byKey(List<UserOperation> operations) {
        Map<Key, UserOperation> byKey = new HashMap<>();
        operations.forEach(operation -> byKey.merge(
                Key.of(operation),
                operation,
                (one, again) -> new UserOperation(
                        one.id(),
                        one.what(),
                        one.target(),
                        one.entries() + again.entries(),
                        one.at(),
                        one.actor(),
                        one.caseId())));
        return byKey;
    }

    private static boolean isWithin(UserOperation operation, Instant from, Instant until) {
        return !operation.at().isBefore(from) && operation.at().isBefore(until);
    }
}
