package org.sekisho.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What a node does for the trail by itself. Each piece is harmless when two nodes do it at the same time. */
@Component
@ConditionalOnProperty(name = "sekisho.audit.seal.enabled", havingValue = "true", matchIfMissing = true)
class Upkeep {

    private final Sealer sealer;
    private final Anchors anchors;
    private final Alarm alarm;
    private final Retention retention;
    private final JdbcChecks checks;
    private final SealProperties properties;
    private final Clock clock;

    Upkeep(
            Sealer sealer,
            Anchors anchors,
            Alarm alarm,
            Retention retention,
            JdbcChecks checks,
            SealProperties properties,
            Clock clock) {
        this.sealer = sealer;
        this.anchors = anchors;
        this.alarm = alarm;
        this.retention = retention;
        this.checks = checks;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sekisho.audit.seal.every:10s}",
            fixedDelayString = "${sekisho.audit.seal.every:10s}")
    void seal() {
        sealer.seal();
        anchors.anchorWhereDue();
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1M")
    void verify() {
        if (due(true, properties.verifyAllEvery())) {
            alarm.verifyAll(new Progress());
        } else if (due(false, properties.verifyEvery())) {
            alarm.verifyNew(new Progress());
        }
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
    void retire() {
        retention.retire();
        retention.forgetNetworks();
    }

    private boolean due(boolean whole, Duration every) {
        Instant before = clock.instant().minus(every);
        return checks.lastStarted(whole).filter(before::isBefore).isEmpty();
    }
}
