package org.sekisho.factor.messagecode;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.factor.Challenge;
import org.sekisho.shared.Secret;
import org.sekisho.verification.ChallengeId;

/**
 * What was sent for a challenge, and what may be sent.
 *
 * @param id tells this challenge's messages apart
 * @param code the challenge of its one-time codes; another one after too many wrong ones
 * @param mode how the newest message is answered; empty before the first
 * @param keys the digits that the page shows and the person keys, for {@link CallMode#KEYED}
 * @param refusal why no message went out the last time it was asked for
 * @param sends how many messages have gone out
 */
record Sending(
        UUID id,
        Challenge challenge,
        ChallengeId code,
        Optional<Answering> mode,
        Optional<Secret<String>> keys,
        Optional<String> messageKey,
        Optional<SendRefusal> refusal,
        int sends,
        Optional<Instant> sentAt,
        Optional<Instant> expiresAt) {

    /** How a message is answered. */
    enum Answering {
        TYPED,
        KEYED,
        POUND
    }
}
