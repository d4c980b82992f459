package org.sekisho.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A clock that stands still until a test moves it on; shared by all tests of a context, so it only ever goes forward. */
public final class MutableClock extends Clock {

    private final List<Consumer<Instant>> followers = new ArrayList<>();
    private Instant now;

    /** A clock that stands at the moment in which it is made. */
    public MutableClock() {
        this(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A clock that stands at some moment, in the past or to come. */
    public MutableClock(Instant beginning) {
        now = beginning;
    }

    /** Tells the time now and whenever it changes to something that keeps a clock of its own. */
    public synchronized void follow(Consumer<Instant> follower) {
        followers.add(follower);
        follower.accept(now);
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward");
        }
        advanceTo(now.plus(by));
    }

    /** Moves on to a moment; does nothing where it has passed. */
    public synchronized void advanceTo(Instant to) {
        if (to.isAfter(now)) {
            now = to;
            followers.forEach(follower -> follower.accept(to));
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
