package org.sekisho.factor.messagecode;

import org.sekisho.factor.Challenge;
import org.springframework.stereotype.Component;

/** What a person is told who is asked to prove a telephone. */
@Component
public class MessageCodeProofs {

    private final PhoneCodes codes;

    MessageCodeProofs(PhoneCodes codes) {
        this.codes = codes;
    }

    /** What went out for a challenge of the person's own, and how it is answered. */
    public SentPhoneCode sent(Challenge challenge) {
        return codes.sent(challenge);
    }
}
