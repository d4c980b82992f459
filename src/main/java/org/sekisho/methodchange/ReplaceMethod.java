package org.sekisho.methodchange;

import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.OtherSessions;
import org.springframework.stereotype.Component;

/** The new method, proved by now, takes the place of the old one, which is revoked. */
@Component
class ReplaceMethod implements ProcessStep {

    private final Factors factors;
    private final FactorCatalog catalog;
    private final OtherSessions others;

    ReplaceMethod(Factors factors, FactorCatalog catalog, OtherSessions others) {
        this.factors = factors;
        this.catalog = catalog;
        this.others = others;
    }

    @Override
    public void run(StepContext context) {
        Factor old = factors.find(new FactorId(context.get(MethodChangeVariables.REPLACED_ID)))
                .orElseThrow();
        Factor taking = factors.find(new FactorId(context.get(MethodChangeVariables.FACTOR_ID)))
                .orElseThrow();
        if (old.preferred() && catalog.traits(taking).first()) {
            factors.prefer(taking.id());
        }
        factors.revoke(old.id(), "replaced");
        others.end(old.account());
    }
}
