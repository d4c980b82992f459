package org.sekisho.verification;

import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignInGrants;
import org.springframework.stereotype.Component;

/** The factor was proved: the session that the case belongs to, and no other, gains by it. */
@Component
class RecordProof implements ProcessStep {

    private final JdbcVerificationCases cases;
    private final Endings endings;
    private final Factors factors;
    private final FreshFactor fresh;
    private final SignInGrants grants;

    RecordProof(JdbcVerificationCases cases, Endings endings, Factors factors, FreshFactor fresh, SignInGrants grants) {
        this.cases = cases;
        this.endings = endings;
        this.factors = factors;
        this.fresh = fresh;
        this.grants = grants;
    }

    @Override
    public void run(StepContext context) {
        VerificationCase verification = cases.get(context.caseId());
        FactorId factor = new FactorId(context.get(VerificationVariables.FACTOR));
        if (!factors.used(factor)) {
            throw new IllegalStateException("method " + factor + " is in use no more");
        }
        cases.proved(verification.id(), factor);
        fresh.proved(verification.account(), verification.session());
        if (verification.purpose() != VerificationPurpose.STEP_UP) {
            grants.grant(verification.account(), verification.session(), verification.id(), true);
        }
        endings.end(verification, VerificationEnded.Outcome.PASSED);
    }
}
