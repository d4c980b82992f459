package org.sekisho.channel.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Tells the trail of reports that the company has not signed: the first at once, those of the following minute in one. */
@Component
@WithTelephone
class RefusedReports {

    /** A stranger must not be able to fill the trail. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final Clock clock;
    private @Nullable Instant recordedAt;
    private int since;

    RefusedReports(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    synchronized void record() {
        since++;
        Instant now = clock.instant();
        if (recordedAt == null || !now.isBefore(recordedAt.plus(TOGETHER))) {
            trail.record(
                    "channel.report-refused",
                    Optional.empty(),
                    Optional.empty(),
                    "unsigned",
                    Map.of("carrier", Telephone.NAME, "count", Integer.toString(since)));
            recordedAt = now;
            since = 0;
        }
    }
}
