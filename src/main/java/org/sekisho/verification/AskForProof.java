package org.sekisho.verification;

import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Lets the method that the person is to prove begin: its code goes out, its question is made. */
@Component
class AskForProof implements ProcessStep {

    private final JdbcVerificationCases cases;
    private final Factors factors;
    private final FactorCatalog catalog;

    AskForProof(JdbcVerificationCases cases, Factors factors, FactorCatalog catalog) {
        this.cases = cases;
        this.factors = factors;
        this.catalog = catalog;
    }

    @Override
    public void run(StepContext context) {
        FactorId id = new FactorId(context.get(VerificationVariables.FACTOR));
        Factor factor = factors.find(id).orElseThrow(() -> new IllegalStateException("no method " + id));
        if (factor.state() == Factor.State.ACTIVE) {
            catalog.type(factor.kind()).begin(cases.get(context.caseId()).challenge(id));
        }
    }
}
