package org.sekisho.vouching;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * One question to somebody who may vouch.
 *
 * @param recovery the case in which it is asked
 * @param account of the person who has lost their methods
 * @param voucher who is asked
 */
public record Vouching(
        CaseId caseId,
        CaseId recovery,
        AccountId account,
        AccountId voucher,
        Relation relation,
        VouchingState state,
        Instant askedAt,
        Optional<Instant> endedAt) {}
