package org.sekisho.verification;

import java.time.Instant;
import org.sekisho.shared.Secret;

/**
 * One-time codes of six digits that travel out of band (NIST SP 800-63B-4 §3.1.3.2): valid for ten minutes, used once,
 * stored as a keyed digest.
 */
public interface Codes {

    /** Makes a code; one made earlier for the same challenge is void. Failures are kept. Joins a transaction. */
    IssuedCode issue(ChallengeId challenge);

    /**
     * Compares and uses up. The try is counted before anything is compared.
     *
     * @throws IllegalStateException where a transaction is open
     */
    CodeResult consume(ChallengeId challenge, Secret<String> entered);

    /** A code to send, and until when it is valid. */
    record IssuedCode(Secret<String> code, Instant expiresAt, int round) {}

    /** What a comparison found. */
    sealed interface CodeResult {
        record Right() implements CodeResult {}

        record Wrong(int triesLeft) implements CodeResult {}

        record Expired() implements CodeResult {}

        /** It was right once, and has been used. */
        record Used() implements CodeResult {}

        /** A newer code has taken its place. */
        record Voided() implements CodeResult {}

        /** Too many failures: this challenge is over. */
        record Exhausted() implements CodeResult {}
    }
}
