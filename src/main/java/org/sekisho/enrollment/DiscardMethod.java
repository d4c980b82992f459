package org.sekisho.enrollment;

import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Ends what was set up, since it did not work at the trial: set-up begins anew. */
@Component
class DiscardMethod implements ProcessStep {

    private final Factors factors;
    private final JdbcEnrollments enrollments;

    DiscardMethod(Factors factors, JdbcEnrollments enrollments) {
        this.factors = factors;
        this.enrollments = enrollments;
    }

    @Override
    public void run(StepContext context) {
        factors.revokeBoundIn(context.caseId(), "trial-failed");
        enrollments.moveTo(context.caseId(), EnrollmentState.SETTING_UP);
    }
}
