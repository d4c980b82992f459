package org.sekisho.process;

import java.time.Instant;
import java.util.Optional;

/**
 * How and when a case ended.
 *
 * @param ending the end event of the process that the case began with, at which it ended; empty where the case was taken away
 *     from outside its model
 */
public record EndedCase(Instant at, Optional<String> ending) {}
