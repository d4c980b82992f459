package org.sekisho.factor.passkey;

import java.util.Optional;
import org.sekisho.factor.Challenge;
import org.springframework.stereotype.Component;

/** What the screen of a sign-in asks a browser for. */
@Component
public class Passkeys {

    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final CeremonyOptions options;

    Passkeys(JdbcPasskeys passkeys, JdbcQuestions questions, CeremonyOptions options) {
        this.passkeys = passkeys;
        this.questions = questions;
        this.options = options;
    }

    /**
     * What the browser must know to have a challenge answered, as JSON; the same while it can be answered. Empty where the
     * passkey has ended.
     */
    public Optional<String> toProve(Challenge challenge) {
        return passkeys.find(challenge.factor())
                .map(passkey -> options.prove(questions.current(Ceremony.proof(challenge)), passkey));
    }
}
