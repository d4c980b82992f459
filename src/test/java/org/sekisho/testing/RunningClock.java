package org.sekisho.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.sekisho.engine.EngineTime;

/** A clock that runs like any other and can be put forward, so that a test need not wait for the next code of an app. */
public final class RunningClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private Duration ahead = Duration.ZERO;

    public synchronized void putForward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward");
        }
        ahead = ahead.plus(by);
        EngineTime.runAhead(ahead);
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
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
