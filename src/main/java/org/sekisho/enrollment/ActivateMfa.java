package org.sekisho.enrollment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.verification.Enforcement;
import org.springframework.stereotype.Component;

/** Switches MFA on: from now on each sign-in asks for a method. */
@Component
class ActivateMfa implements ProcessStep {

    private final JdbcEnrollments enrollments;
    private final Enforcement enforcement;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    ActivateMfa(JdbcEnrollments enrollments, Enforcement enforcement, Notices notices, AuditTrail audit, Clock clock) {
        this.enrollments = enrollments;
        this.enforcement = enforcement;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        enforcement.begin(account);
        enrollments.end(context.caseId(), EnrollmentState.ACTIVE, clock.instant());
        notices.tell(account, Optional.of(context.caseId()), "mfa-active", "");
        audit.record(
                "enrollment.mfa-activated",
                Optional.of(account.value()),
                Optional.of(context.caseId().value()),
                "active",
                Map.of());
    }
}
