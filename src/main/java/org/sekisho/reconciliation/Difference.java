package org.sekisho.reconciliation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * An operation of which the engine's log and the trail do not say the same.
 *
 * @param operation the engine's id of it
 * @param what what was done to what, as {@code task-complete}
 * @param target the engine's id of the thing it was done to
 * @param at when it was done, as whichever knows it says
 * @param actor who did it; empty for the system
 */
public record Difference(
        UUID id,
        Instant foundAt,
        Kind kind,
        String operation,
        String what,
        String target,
        Instant at,
        Optional<AccountId> actor,
        Optional<CaseId> caseId) {

    /** What is wrong. */
    public enum Kind {
        /** The engine's log has it, the trail does not. */
        NOT_IN_TRAIL,
        /** The trail has it, the engine's log does not. */
        NOT_IN_ENGINE,
        /** Both have it, and name another person or another number of changes. */
        UNLIKE;

        /** As it stands in the table and the trail, and in the keys of texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
