package org.sekisho.factor.passkey;

import com.webauthn4j.data.AuthenticationData;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.factor.passkey.Assertions.Claim;
import org.sekisho.security.AloneQuestion;
import org.sekisho.security.AloneSignIn;
import org.sekisho.security.AloneVerdict;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Enforcement;
import org.springframework.stereotype.Component;

/**
 * A passkey that stands for the password as well: what the person has, and by the PIN, finger or face that its device asked
 * for, what they know or are (NIST SP 800-63B-4 §2.2.1). Only for accounts with MFA on.
 */
@Component
class PasskeyAlone implements AloneSignIn {

    private final JdbcPasskeys passkeys;
    private final JdbcQuestions questions;
    private final CeremonyOptions options;
    private final WebAuthn webAuthn;
    private final Assertions assertions;
    private final Factors factors;
    private final Enforcement enforcement;

    PasskeyAlone(
            JdbcPasskeys passkeys,
            JdbcQuestions questions,
            CeremonyOptions options,
            WebAuthn webAuthn,
            Assertions assertions,
            Factors factors,
            Enforcement enforcement) {
        this.passkeys = passkeys;
        this.questions = questions;
        this.options = options;
        this.webAuthn = webAuthn;
        this.assertions = assertions;
        this.factors = factors;
        this.enforcement = enforcement;
    }

    @Override
    public String way() {
        return PasskeyFactor.KIND;
    }

    @Override
    public AloneQuestion ask() {
        UUID id = UUID.randomUUID();
        return new AloneQuestion(id, options.alone(questions.ask(Ceremony.alone(id))));
    }

    @Override
    public AloneVerdict judge(UUID question, Secret<String> answer) {
        Optional<AuthenticationData> read = webAuthn.read(answer);
        if (read.isEmpty()) {
            return refuse(Optional.empty(), Refusal.MALFORMED);
        }
        Optional<Question.State> asked = questions.state(
                Ceremony.alone(question), WebAuthn.challenge(read.get().getCollectedClientData()));
        if (asked.filter(state -> state != Question.State.OPEN).isPresent()) {
            return new AloneVerdict.TooLate();
        }
        Optional<Claim> claim = claim(question, read.get());
        if (claim.isEmpty()) {
            return refuse(claim, Refusal.UNKNOWN_PASSKEY);
        }
        if (!isOf(claim.get(), read.get())) {
            return refuse(claim, Refusal.OTHER_ACCOUNT);
        }
        return switch (assertions.check(claim.get(), read.get())) {
            case RIGHT ->
                factors.used(claim.get().passkey().factor())
                        ? new AloneVerdict.Proved(claim.get().account())
                        : new AloneVerdict.Refused();
            case USED, VOID -> new AloneVerdict.TooLate();
            case WRONG -> new AloneVerdict.Refused();
        };
    }

    private AloneVerdict refuse(Optional<Claim> claim, Refusal why) {
        assertions.refused(claim, why);
        return new AloneVerdict.Refused();
    }

    /** Whose passkey it is; empty where it may not sign anybody in alone. */
    private Optional<Claim> claim(UUID question, AuthenticationData answer) {
        return passkeys.findByCredential(WebAuthn.credentialId(answer)).flatMap(passkey -> factors.find(
                        passkey.factor())
                .filter(factor -> factor.state() == Factor.State.ACTIVE)
                .filter(factor -> enforcement.isOn(factor.account()))
                .map(factor -> new Claim(Ceremony.alone(question), passkey, factor.account(), Optional.empty(), true)));
    }

    /** A passkey that is found without a user name says whose it is (WebAuthn §7.2 step 6). */
    private static boolean isOf(Claim claim, AuthenticationData answer) {
        byte[] says = answer.getUserHandle();
        return says != null
                && Arrays.equals(Base64.getUrlDecoder().decode(CeremonyOptions.userHandle(claim.account())), says);
    }
}
