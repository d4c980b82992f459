package org.sekisho.factor.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A passkey, on the person's own device or on a security key: signs what it is asked, for this address alone, so that nobody
 * can be lured into giving it away (NIST SP 800-63B-4 §3.2.5). Comes after another method and is never the default, for it
 * may be on a device that is not at hand.
 */
@Component
@Order(30)
class PasskeyFactor implements FactorType {

    static final String KIND = "passkey";
    static final ProcessKey SETUP = new ProcessKey("factor-passkey-setup");

    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final WebAuthn webAuthn;
    private final Assertions assertions;
    private final PasskeyProperties policy;

    PasskeyFactor(
            JdbcPasskeys passkeys,
            JdbcQuestions questions,
            WebAuthn webAuthn,
            Assertions assertions,
            PasskeyProperties policy) {
        this.passkeys = passkeys;
        this.questions = questions;
        this.webAuthn = webAuthn;
        this.assertions = assertions;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        boolean signIn = true;
        boolean first = false;
        boolean phishingResistant = true;
        boolean restricted = false;
        boolean replayResistant = true;
        return new Traits(signIn, first, phishingResistant, restricted, replayResistant);
    }

    @Override
    public ProcessKey setupProcess() {
        return SETUP;
    }

    @Override
    public Duration bindingExpiresAfter() {
        return policy.bindingExpiresAfter();
    }

    @Override
    public void begin(Challenge challenge) {
        questions.ask(Ceremony.proof(challenge));
    }

    /** The password came before: a touch is enough, where the device can do no more. */
    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        Optional<Passkey> passkey = passkeys.find(challenge.factor());
        Optional<AuthenticationData> answer = webAuthn.read(entered);
        if (passkey.isEmpty() || answer.isEmpty()) {
            return Check.WRONG;
        }
        boolean userVerified = false;
        return assertions.check(
                new Assertions.Claim(
                        Ceremony.proof(challenge),
                        passkey.get(),
                        challenge.account(),
                        Optional.of(challenge.caseId()),
                        userVerified),
                answer.get());
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            passkeys.destroy(ended.factor());
        }
    }
}
