package org.sekisho.factor.messagecode;

import java.time.Clock;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Begins the binding of a telephone. */
@Component
class PreparePhone implements ProcessStep {

    private final Factors factors;
    private final Clock clock;
    private final MessageCodeProperties policy;

    PreparePhone(Factors factors, Clock clock, MessageCodeProperties policy) {
        this.factors = factors;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        factors.begin(
                new FactorId(context.get(PhoneVariables.FACTOR)),
                new AccountId(context.get(PhoneVariables.ACCOUNT)),
                MessageCodeFactor.KIND,
                context.caseId());
        context.set(PhoneVariables.EXPIRES_AT, clock.instant().plus(policy.bindingExpiresAfter()));
    }
}
