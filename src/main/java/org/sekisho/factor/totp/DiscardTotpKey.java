package org.sekisho.factor.totp;

import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Ends a binding that was not proved; its key goes with it. */
@Component
class DiscardTotpKey implements ProcessStep {

    private final Factors factors;

    DiscardTotpKey(Factors factors) {
        this.factors = factors;
    }

    @Override
    public void run(StepContext context) {
        SetupOutcome ending = context.get(TotpVariables.ENDING);
        String reason =
                switch (ending) {
                    case REJECTED -> "too-many-failures";
                    case ANOTHER -> "another-wanted";
                    case ENROLLED, ABANDONED -> "expired";
                };
        factors.revoke(new FactorId(context.get(TotpVariables.FACTOR)), reason);
        context.set(TotpVariables.OUTCOME, ending);
    }
}
