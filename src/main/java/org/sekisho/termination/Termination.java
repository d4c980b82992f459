package org.sekisho.termination;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One request to do without MFA, and what became of it.
 *
 * @param reason why the person wants to, in their words
 * @param decisionDueAt until when the helpdesk means to decide
 * @param expiresAt when the case ends by itself
 * @param decisionReason why the helpdesk decided as it did, in the words of the second person where two decided; empty where
 *     nobody has
 * @param mfaEndsAt when MFA goes or went off; empty where that was not approved
 */
public record Termination(
        CaseId caseId,
        AccountId account,
        TerminationState state,
        String reason,
        Instant requestedAt,
        Instant decisionDueAt,
        Instant expiresAt,
        Optional<String> decisionReason,
        Optional<Instant> mfaEndsAt,
        Optional<Instant> endedAt) {}
