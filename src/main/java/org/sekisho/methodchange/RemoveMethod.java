package org.sekisho.methodchange;

import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.OtherSessions;
import org.springframework.stereotype.Component;

/** Revokes the method and ends the other sessions of its person. */
@Component
class RemoveMethod implements ProcessStep {

    private final Factors factors;
    private final OtherSessions others;

    RemoveMethod(Factors factors, OtherSessions others) {
        this.factors = factors;
        this.others = others;
    }

    @Override
    public void run(StepContext context) {
        factors.revoke(new FactorId(context.get(MethodChangeVariables.FACTOR_ID)), "removed");
        others.end(new AccountId(context.get(MethodChangeVariables.ACCOUNT_ID)));
    }
}
