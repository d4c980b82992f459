package org.sekisho.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A case that has begun.
 *
 * @param process the process that it began with
 * @param version the version of that process's model, as the engine counts it, from 1
 * @param subject the account that it is about, where its process says so
 */
public record BegunCase(CaseId id, ProcessKey process, int version, Optional<UUID> subject, Instant at) {}
