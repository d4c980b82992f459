package org.sekisho.factor.passkey;

import java.util.UUID;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;

/** What a device is asked for. What answers one ceremony is worth nothing in another. */
record Ceremony(String name) {

    static Ceremony setup(FactorId factor) {
        return new Ceremony("setup:" + factor);
    }

    static Ceremony proof(Challenge challenge) {
        return new Ceremony("proof:" + challenge.caseId() + ":" + challenge.factor());
    }

    static Ceremony alone(UUID question) {
        return new Ceremony("alone:" + question);
    }
}
