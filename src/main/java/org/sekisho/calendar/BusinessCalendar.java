package org.sekisho.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Business time: what counts is the time within opening hours on days that are neither weekend nor holiday. */
public interface BusinessCalendar {

    /** The moment at which the given amount of business time after {@code from} has passed. */
    Instant plus(Instant from, Duration businessTime);

    /** The business time between two moments; zero where {@code to} is not after {@code from}. */
    Duration between(Instant from, Instant to);

    boolean isOpen(Instant at);

    /** When the day of that moment ends in the organisation's own time zone, working day or not. */
    Instant endOfDay(Instant at);

    /** When the organisation opens on a working day, in its own time zone. */
    LocalTime opens();

    /** When it closes on a working day, in its own time zone. */
    LocalTime closes();

    /** The organisation's own time zone, in which its days are counted. */
    ZoneId zone();
}
