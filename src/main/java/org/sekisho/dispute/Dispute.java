package org.sekisho.dispute;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One change that somebody has said was not theirs, and what became of it.
 *
 * @param change the {@link org.sekisho.notice.ToldChange#id}
 * @param news names the texts of the notice that told of it
 * @param subject the method or the contact that has changed
 * @param toldAt when it changed
 */
public record Dispute(
        CaseId caseId,
        UUID change,
        AccountId account,
        String news,
        UUID subject,
        Instant toldAt,
        Instant disputedAt,
        DisputeState state,
        Optional<Instant> endedAt) {}
