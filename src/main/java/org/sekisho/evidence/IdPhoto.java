package org.sekisho.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * A photo of an ID card, without its picture.
 *
 * @param evidence the piece of evidence that it is, to be judged
 * @param size of the picture kept, in bytes
 * @param deleteAfter when the picture goes at the latest
 * @param deletedAt when it went
 */
public record IdPhoto(
        UUID id,
        UUID evidence,
        CaseId caseId,
        AccountId account,
        int size,
        Instant takenAt,
        Instant deleteAfter,
        Optional<Instant> deletedAt) {}
