package org.sekisho.factor.passkey;

import java.time.Clock;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Begins the binding and sets the time by which it must be finished. */
@Component
class PreparePasskey implements ProcessStep {

    private final Factors factors;
    private final Clock clock;
    private final PasskeyProperties policy;

    PreparePasskey(Factors factors, Clock clock, PasskeyProperties policy) {
        this.factors = factors;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        FactorId factor = new FactorId(context.get(PasskeyVariables.FACTOR));
        if (factors.find(factor).isEmpty()) {
            AccountId account = new AccountId(context.get(PasskeyVariables.ACCOUNT));
            factors.begin(factor, account, PasskeyFactor.KIND, context.caseId());
        }
        context.set(PasskeyVariables.EXPIRES_AT, clock.instant().plus(policy.bindingExpiresAfter()));
    }
}
