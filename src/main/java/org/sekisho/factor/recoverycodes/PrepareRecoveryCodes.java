package org.sekisho.factor.recoverycodes;

import java.time.Clock;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Begins the binding. The codes are made when they are shown, because they are kept nowhere. */
@Component
class PrepareRecoveryCodes implements ProcessStep {

    private final Factors factors;
    private final Clock clock;
    private final RecoveryCodesProperties policy;

    PrepareRecoveryCodes(Factors factors, Clock clock, RecoveryCodesProperties policy) {
        this.factors = factors;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        factors.begin(
                new FactorId(context.get(RecoveryCodesVariables.FACTOR)),
                new AccountId(context.get(RecoveryCodesVariables.ACCOUNT)),
                RecoveryCodesFactor.KIND,
                context.caseId());
        context.set(RecoveryCodesVariables.EXPIRES_AT, clock.instant().plus(policy.bindingExpiresAfter()));
    }
}
