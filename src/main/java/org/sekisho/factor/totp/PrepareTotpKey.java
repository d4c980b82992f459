package org.sekisho.factor.totp;

import java.time.Clock;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Begins the binding and makes its key, once: the same key is shown however often and wherever the page is opened. */
@Component
class PrepareTotpKey implements ProcessStep {

    private final Factors factors;
    private final JdbcTotpKeys keys;
    private final Clock clock;
    private final TotpProperties policy;

    PrepareTotpKey(Factors factors, JdbcTotpKeys keys, Clock clock, TotpProperties policy) {
        this.factors = factors;
        this.keys = keys;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        FactorId factor = new FactorId(context.get(TotpVariables.FACTOR));
        if (factors.find(factor).isEmpty()) {
            AccountId account = new AccountId(context.get(TotpVariables.ACCOUNT));
            factors.begin(factor, account, TotpFactor.KIND, context.caseId());
        }
        keys.make(factor);
        context.set(TotpVariables.ANOTHER_WANTED, false);
        context.set(TotpVariables.EXPIRES_AT, clock.instant().plus(policy.bindingExpiresAfter()));
    }
}
