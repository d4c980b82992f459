package org.sekisho.methodchange;

import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Makes the method the default. */
@Component
class PreferMethod implements ProcessStep {

    private final Factors factors;

    PreferMethod(Factors factors) {
        this.factors = factors;
    }

    @Override
    public void run(StepContext context) {
        factors.prefer(new FactorId(context.get(MethodChangeVariables.FACTOR_ID)));
    }
}
