package org.sekisho.methodchange;

import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** The new method is proved: from here on nothing undoes it. Looks whether its own set-up has given it a name. */
@Component
class AdmitMethod implements ProcessStep {

    private final JdbcMethodChanges changes;
    private final Factors factors;

    AdmitMethod(JdbcMethodChanges changes, Factors factors) {
        this.changes = changes;
        this.factors = factors;
    }

    @Override
    public void run(StepContext context) {
        changes.bound(context.caseId());
        boolean named = factors.find(new FactorId(context.get(MethodChangeVariables.FACTOR_ID)))
                .flatMap(Factor::name)
                .isPresent();
        context.set(MethodChangeVariables.NAMED, named);
    }
}
