package org.sekisho.factor;

import java.util.UUID;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.process.Variable;
import org.springframework.stereotype.Component;

/**
 * Ends a binding that was not proved, whatever its kind; what the kind has kept goes with it. In: {@code factorId} and
 * {@code ending}, which becomes the {@code outcome} of the set-up process.
 */
@Component
class DiscardBinding implements ProcessStep {

    private static final Variable<UUID> FACTOR = Variable.id("factorId");
    private static final Variable<SetupOutcome> ENDING = Variable.oneOf("ending", SetupOutcome.class);
    private static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    private final Factors factors;

    DiscardBinding(Factors factors) {
        this.factors = factors;
    }

    @Override
    public void run(StepContext context) {
        SetupOutcome ending = context.get(ENDING);
        factors.revoke(
                new FactorId(context.get(FACTOR)),
                ending == SetupOutcome.REJECTED ? "too-many-failures" : "not-finished");
        context.set(OUTCOME, ending);
    }
}
