package org.sekisho.recovery;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One recovery.
 *
 * @param openedBy the clerk at the desk; empty where the person opened it
 * @param expiresAt when it ends by itself, unless it has come to its end before
 * @param waitUntil until when all known addresses may object, once that is known
 * @param endedAt when it ended
 */
public record Recovery(
        CaseId caseId,
        AccountId account,
        RecoveryChannel channel,
        Optional<AccountId> openedBy,
        RecoveryState state,
        Instant openedAt,
        Instant expiresAt,
        Optional<Instant> waitUntil,
        Optional<Instant> endedAt) {}
