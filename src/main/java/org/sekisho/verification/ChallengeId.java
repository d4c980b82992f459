package org.sekisho.verification;

import java.util.UUID;

/** One thing that a person is asked to prove with a code, however often the code is sent again. */
public record ChallengeId(UUID value) {

    public static ChallengeId next() {
        return new ChallengeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
