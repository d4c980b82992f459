package org.sekisho.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact that strangers can bring about as often as they like, and must not fill the trail with: the first is told at once, those
 * of the following minute in one, with their number.
 */
public final class RepeatedFact {

    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final Clock clock;
    private final String action;
    private final String result;
    private final Map<String, String> details;
    private @Nullable Instant recordedAt;
    private int since;

    public RepeatedFact(AuditTrail trail, Clock clock, String action, String result, Map<String, String> details) {
        this.trail = trail;
        this.clock = clock;
        this.action = action;
        this.result = result;
        this.details = Map.copyOf(details);
    }

    /** It has happened once more. */
    public synchronized void happened() {
        since++;
        Instant now = clock.instant();
        if (recordedAt == null || !now.isBefore(recordedAt.plus(TOGETHER))) {
            Map<String, String> told = new TreeMap<>(details);
            told.put("count", Integer.toString(since));
            trail.record(action, Optional.empty(), Optional.empty(), result, told);
            recordedAt = now;
            since = 0;
        }
    }
}
