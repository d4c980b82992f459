package org.sekisho.verification;

import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.SignInGrants;
import org.springframework.stereotype.Component;

/** The case ends without a proof. A trial that failed lets the person in with the password: MFA is not on yet. */
@Component
class RecordEnding implements ProcessStep {

    private final JdbcVerificationCases cases;
    private final Endings endings;
    private final SignInGrants grants;

    RecordEnding(JdbcVerificationCases cases, Endings endings, SignInGrants grants) {
        this.cases = cases;
        this.endings = endings;
        this.grants = grants;
    }

    @Override
    public void run(StepContext context) {
        VerificationCase verification = cases.get(context.caseId());
        VerificationEnded.Outcome ending = context.get(VerificationVariables.ENDING);
        if (verification.purpose() == VerificationPurpose.TRIAL && ending != VerificationEnded.Outcome.EXPIRED) {
            grants.grant(verification.account(), verification.session(), verification.id(), false);
        }
        endings.end(verification, ending);
    }
}
