package org.sekisho.factor;

import java.time.Instant;

/**
 * Why an account stands still.
 *
 * @param frozenAt since when
 * @param suspectedSince methods bound before this moment are above suspicion
 */
public record Freeze(Instant frozenAt, Instant suspectedSince) {}
