package org.sekisho.seal;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Verifications that somebody has asked for: one at a time on a node, while nobody has to wait for it. */
@Component
class VerificationRuns {

    private static final Logger log = LoggerFactory.getLogger(VerificationRuns.class);

    private final ExecutorService one = Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "trail-verification");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();
    private final AtomicLong ended = new AtomicLong();
    private final Alarm alarm;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    VerificationRuns(Alarm alarm, AuditTrail trail, TransactionOperations transaction, Clock clock) {
        this.alarm = alarm;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A verification that goes on.
     *
     * @param progress how far it has come
     */
    record Run(boolean whole, Instant since, Progress progress) {}

    /** @return whether it has begun; it does not where another one still goes on */
    boolean begin(boolean whole) {
        Progress progress = new Progress();
        if (!running.compareAndSet(null, new Run(whole, clock.instant(), progress))) {
            return false;
        }
        boolean begun = false;
        try {
            // in the name of who asks: the verification itself is the product's own work
            record("begun", Map.of("whole", Boolean.toString(whole)));
            one.execute(() -> run(whole, progress));
            begun = true;
        } finally {
            if (!begun) {
                running.set(null);
            }
        }
        return true;
    }

    private void run(boolean whole, Progress progress) {
        try {
            Verdict verdict = whole ? alarm.verifyAll(progress) : alarm.verifyNew(progress);
            record(
                    verdict.intact() ? "intact" : "broken",
                    Map.of(
                            "whole", Boolean.toString(verdict.whole()),
                            "blocks", Long.toString(verdict.blocks()),
                            "events", Long.toString(verdict.events())));
        } catch (RuntimeException unexpected) {
            log.error("The trail could not be verified.", unexpected);
        } finally {
            running.set(null);
            ended.incrementAndGet();
        }
    }

    Optional<Run> running() {
        return Optional.ofNullable(running.get());
    }

    /** How many have ended on this node since it was started. */
    long ended() {
        return ended.get();
    }

    private void record(String result, Map<String, String> details) {
        transaction.executeWithoutResult(
                status -> trail.record("audit.trail-verified", Optional.empty(), Optional.empty(), result, details));
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
