package org.sekisho.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.ProcessKey;

/**
 * A case as the archive lists it.
 *
 * @param process the process that it began with
 * @param version the version of that process's model, as the engine counts it, from 1
 * @param subject the account that it is about
 * @param step the user task at which it stands, or stood at last
 * @param outcome the end event at which it ended
 * @param endedAt empty while it is open
 */
public record ArchivedCase(
        CaseId id,
        ProcessKey process,
        int version,
        Optional<UUID> subject,
        CaseState state,
        Optional<Step> step,
        Optional<String> outcome,
        Instant startedAt,
        Optional<Instant> endedAt) {

    /** A user task, by its process and its id in that process's model. */
    public record Step(ProcessKey process, String element) {}

    /** What people call the case: the first eight digits of its id. */
    public String number() {
        return CaseNumbers.of(id);
    }

    /** How long it took; empty while it is open. */
    public Optional<Duration> duration() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }
}
