package org.sekisho.process;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done to a process in somebody's name, as the engine writes it into its own log.
 *
 * @param id groups what was done at one go
 * @param what the thing and what was done to it, in kebab case, such as {@code task-complete}
 * @param target the engine's id of that thing
 * @param entries how many entries of the log tell of it: one for each property that was changed
 * @param actor who did it; empty for the system
 * @param caseId the case concerned, where it is known
 */
public record UserOperation(
        String id,
        String what,
        String target,
        int entries,
        Instant at,
        Optional<UUID> actor,
        Optional<CaseId> caseId) {}
