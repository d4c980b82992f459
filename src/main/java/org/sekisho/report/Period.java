package org.sekisho.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Some days of the organisation.
 *
 * @param from the first
 * @param until the last
 */
public record Period(LocalDate from, LocalDate until) {

    /** The longest that is counted, in days. */
    public static final int LONGEST = 3660;

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
        if (from.plusDays(LONGEST).isBefore(until)) {
            throw new IllegalArgumentException("a period has no more than " + LONGEST + " days");
        }
    }

    Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The moment after its last. */
    Instant end(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
