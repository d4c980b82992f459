package org.sekisho.throttle;

import java.time.Duration;

/**
 * How many failures a subject may have in a row, and how waits grow.
 *
 * @param subject what is tried, such as {@code factor:<id>}; at most 120 characters, never an address or a name
 * @param most failures in a row after which nothing is compared any more, at least 1
 * @param freeTries failures without a wait; the wait after the next one is {@code firstWait} and doubles with each further
 * @param firstWait the first wait; zero for none at all
 * @param longestWait the wait never grows beyond this
 * @param forgetAfter failures are forgotten after this long without another; zero for never
 */
public record Limit(
        String subject, int most, int freeTries, Duration firstWait, Duration longestWait, Duration forgetAfter) {

    /** A limit without waits whose failures are never forgotten, only reset by success. */
    public static Limit hard(String subject, int most) {
        return new Limit(subject, most, most, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
