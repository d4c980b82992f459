package org.sekisho.throttle;

import java.time.Duration;

/**
 * How much of something may be used within a time, which begins with the first use after the last such time has ended.
 *
 * @param subject what is used; at most 160 characters, never an address or a name
 * @param most how much may be used within {@code per}
 * @param amount how much is used now
 */
public record Quota(String subject, Duration per, int most, int amount) {}
