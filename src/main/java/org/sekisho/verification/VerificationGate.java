package org.sekisho.verification;

import java.util.Optional;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignInAttempt;
import org.sekisho.security.SignInGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks for a factor where MFA is on, and on the sign-in that is the trial of a new method. */
@Component
@Order(10)
class VerificationGate implements SignInGate {

    private final Verification verification;
    private final Enforcement enforcement;
    private final ObjectProvider<TrialAccounts> trials;

    VerificationGate(Verification verification, Enforcement enforcement, ObjectProvider<TrialAccounts> trials) {
        this.verification = verification;
        this.enforcement = enforcement;
        this.trials = trials;
    }

    @Override
    public Optional<CaseId> open(SignInAttempt attempt) {
        if (enforcement.isOn(attempt.account())) {
            return Optional.of(verification.signIn(attempt.account(), attempt.session()));
        }
        if (trials.orderedStream().anyMatch(trial -> trial.isOnTrial(attempt.account()))) {
            return verification.trial(attempt.account(), attempt.session());
        }
        return Optional.empty();
    }
}
