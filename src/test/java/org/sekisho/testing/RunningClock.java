package org.sekisho.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.sekisho.engine.EngineTime;

/**
 * A clock that runs like any other and can be put forward, so that a test need not wait for the next code of an app. The
 * engine knows one time for the whole machine, so all these clocks show the same.
 */
public final class RunningClock extends Clock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private final Clock real = Clock.systemUTC();

    public void putForward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward");
        }
        putAll(by);
    }

    /** From now on the engine shows the time of these clocks again, whatever another clock has told it. */
    public static void takeOver() {
        putAll(Duration.ZERO);
    }

    private static void putAll(Duration forward) {
        EngineTime.runAhead(AHEAD.accumulateAndGet(forward, Duration::plus));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(AHEAD.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
