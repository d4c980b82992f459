package org.sekisho.recovery;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;

/**
 * What one person has decided in a recovery.
 *
 * @param reason what the person of the case is told, or why a wait was ended early
 * @param score what the evidence was worth at that moment
 * @param combination which rule of {@code recovery-evidence.dmn} said so
 * @param incident whether it was decided under an incident mode that concerned the account
 */
public record RecoveryDecision(
        Part part,
        AccountId decidedBy,
        Verdict verdict,
        String reason,
        Optional<Integer> score,
        Optional<String> combination,
        boolean incident,
        Instant decidedAt) {

    /** Which part of the case it was. */
    public enum Part {
        DECISION,
        CONFIRMATION,
        WAIT
    }
}
