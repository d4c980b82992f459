package org.sekisho.enrollment;

import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Chooses the method that comes first in the catalogue among those that may be the first, and names its binding. */
@Component
class PrepareFirstMethod implements ProcessStep {

    private final FactorCatalog catalog;

    PrepareFirstMethod(FactorCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void run(StepContext context) {
        FactorType type = catalog.types().stream()
                .filter(candidate -> candidate.traits().first())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of method may be the first"));
        context.set(EnrollmentVariables.FACTOR_ID, FactorId.next().value());
        context.set(EnrollmentVariables.SETUP_PROCESS, type.setupProcess().value());
    }
}
