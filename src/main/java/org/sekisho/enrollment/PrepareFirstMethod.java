package org.sekisho.enrollment;

import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.MethodOffer;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Begins with the kind of method that the policy recommends as the first, and names its binding. */
@Component
class PrepareFirstMethod implements ProcessStep {

    private final MethodOffer offer;

    PrepareFirstMethod(MethodOffer offer) {
        this.offer = offer;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        context.set(EnrollmentVariables.FACTOR_ID, FactorId.next().value());
        context.set(
                EnrollmentVariables.SETUP_PROCESS,
                offer.usual(account).setupProcess().value());
    }
}
