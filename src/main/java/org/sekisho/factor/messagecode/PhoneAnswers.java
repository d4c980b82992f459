package org.sekisho.factor.messagecode;

import java.util.Optional;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Answer;
import org.sekisho.verification.Verification;
import org.springframework.stereotype.Component;

/** Takes what is keyed during a call to the case that waits for it: a set-up, or a proof. */
@Component
class PhoneAnswers implements KeyedAnswers {

    private final JdbcSendings sendings;
    private final Factors factors;
    private final PhoneSetup setup;
    private final Verification verification;

    PhoneAnswers(JdbcSendings sendings, Factors factors, PhoneSetup setup, Verification verification) {
        this.sendings = sendings;
        this.factors = factors;
        this.setup = setup;
        this.verification = verification;
    }

    @Override
    public Optional<Outcome> keyed(String messageKey, Secret<String> keyed) {
        return sendings.ofMessage(messageKey)
                .map(Sending::challenge)
                .map(challenge -> answer(challenge, PhoneCodes.byPhone(keyed)));
    }

    private Outcome answer(Challenge challenge, Secret<String> keyed) {
        Optional<Factor.State> state = factors.find(challenge.factor()).map(Factor::state);
        if (state.filter(Factor.State.PENDING::equals).isPresent()) {
            PhoneSetup.Proved proved = setup.answered(challenge, keyed);
            return proved instanceof PhoneSetup.Proved.Right
                    ? Outcome.RIGHT
                    : proved instanceof PhoneSetup.Proved.Wrong ? Outcome.WRONG : Outcome.OVER;
        }
        if (state.filter(Factor.State.ACTIVE::equals).isEmpty()) {
            return Outcome.OVER;
        }
        Answer answer = verification.answeredByPhone(challenge, keyed);
        return answer instanceof Answer.Right
                ? Outcome.RIGHT
                : answer instanceof Answer.Wrong || answer instanceof Answer.TooSoon ? Outcome.WRONG : Outcome.OVER;
    }
}
