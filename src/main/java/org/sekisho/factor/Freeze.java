package org.sekisho.factor;

import java.time.Instant;

/**
 * Why an account stands still.
 *
 * @param frozenAt since when
 * @param disputed when the earliest disputed change happened: methods bound before it are above suspicion
 */
public record Freeze(Instant frozenAt, Instant disputed) {}
