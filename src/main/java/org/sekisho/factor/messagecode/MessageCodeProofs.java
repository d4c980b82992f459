package org.sekisho.factor.messagecode;

import java.util.Optional;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.springframework.stereotype.Component;

/** What a person is told of their telephone, also when they are asked to prove it. */
@Component
public class MessageCodeProofs {

    private final PhoneCodes codes;
    private final JdbcPhones phones;

    MessageCodeProofs(PhoneCodes codes, JdbcPhones phones) {
        this.codes = codes;
        this.phones = phones;
    }

    /** Enough of the number of a method to recognise one's own. */
    public Optional<String> maskedNumber(Factor method) {
        return phones.find(method.id()).map(phone -> phone.number().masked());
    }

    /** What went out for a challenge of the person's own, and how it is answered. */
    public SentPhoneCode sent(Challenge challenge) {
        return codes.sent(challenge);
    }
}
