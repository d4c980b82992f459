package org.sekisho.verification;

import java.time.Instant;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;
import org.sekisho.process.CaseId;
import org.sekisho.security.SessionKey;

/**
 * What a case remembers outside the engine.
 *
 * @param session the only session that may work the case
 * @param returnRoute where a step-up leads after success; empty for the start page
 */
record VerificationCase(
        CaseId id,
        AccountId account,
        SessionKey session,
        VerificationPurpose purpose,
        String returnRoute,
        Instant expiresAt) {

    /** What the case asks of one method. */
    Challenge challenge(FactorId factor) {
        return new Challenge(factor, account, id);
    }
}
