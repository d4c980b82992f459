package org.sekisho.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One piece of evidence.
 *
 * @param account the person for whom it speaks
 * @param checkedBy who made sure of it; empty where the product itself did, or where nobody has yet
 * @param at when it was added
 */
public record EvidenceItem(
        UUID id,
        CaseId caseId,
        AccountId account,
        EvidenceKind kind,
        Result result,
        Optional<AccountId> checkedBy,
        Instant at) {

    /** What is held of it. */
    public enum Result {
        /** Somebody still has to look at it. */
        OPEN,
        ACCEPTED,
        REJECTED
    }

    /** Whether it counts. */
    public boolean accepted() {
        return result == Result.ACCEPTED;
    }
}
