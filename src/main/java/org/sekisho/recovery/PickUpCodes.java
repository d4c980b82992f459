package org.sekisho.recovery;

import java.security.SecureRandom;
import java.time.Clock;
import org.sekisho.process.CaseId;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Codes by which a person at the desk makes their own device the one that is shown the pass: 40 random bits that go with an
 * account, ten minutes (NIST SP 800-63B-4 §4.1.2.2), used once. Without the password a code opens nothing.
 */
@Component
class PickUpCodes {

    private static final int GROUPS = 2;

    private final JdbcPickUpCodes codes;
    private final Vault vault;
    private final SecureRandom random;
    private final RecoveryProperties policy;
    private final Clock clock;

    PickUpCodes(JdbcPickUpCodes codes, Vault vault, SecureRandom random, RecoveryProperties policy, Clock clock) {
        this.codes = codes;
        this.vault = vault;
        this.random = random;
        this.policy = policy;
        this.clock = clock;
    }

    /** Makes a code; one made before for the case is void. Joins the transaction of the caller. */
    PickUpCode issue(CaseId caseId) {
        PickUpCode code = new PickUpCode(
                GroupedCode.random(random, GROUPS), clock.instant().plus(policy.pickUpLife()));
        codes.replace(caseId, vault.digest(GroupedCode.bytes(code.code()), context(caseId)), code.expiresAt());
        return code;
    }

    /** Compares and uses up. The caller has counted the try. */
    boolean use(CaseId caseId, Secret<String> entered) {
        return codes.digest(caseId, clock.instant())
                        .filter(digest -> vault.matches(digest, GroupedCode.bytes(entered), context(caseId)))
                        .isPresent()
                && codes.take(caseId);
    }

    private static String context(CaseId caseId) {
        return "recovery-pick-up:" + caseId;
    }
}
