package org.sekisho.enrollment;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.approval.Approvals;
import org.sekisho.approval.Decision;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Outbox;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factors;
import org.sekisho.notice.Notices;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * Ends a case before MFA is on, and undoes what it did: its methods are revoked and its unsent messages expire; a confirmed
 * contact stays. The model says how it ends.
 */
@Component
class EndEnrollment implements ProcessStep {

    private final JdbcEnrollments enrollments;
    private final Factors factors;
    private final Outbox outbox;
    private final Approvals approvals;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    EndEnrollment(
            JdbcEnrollments enrollments,
            Factors factors,
            Outbox outbox,
            Approvals approvals,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.factors = factors;
        this.outbox = outbox;
        this.approvals = approvals;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        CaseId caseId = context.caseId();
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        EnrollmentState ending = context.get(EnrollmentVariables.ENDING);
        String how = ending.name().toLowerCase(Locale.ROOT);
        factors.revokeBoundIn(caseId, "enrollment-" + how);
        outbox.discardOf(caseId);
        enrollments.end(caseId, ending, clock.instant());
        // told after the discarding, or it would be discarded itself
        if (ending != EnrollmentState.CANCELLED) {
            tell(caseId, account, ending, how);
        }
        audit.record("enrollment.case-ended", Optional.of(account.value()), Optional.of(caseId.value()), how, Map.of());
    }

    private void tell(CaseId caseId, AccountId account, EnrollmentState ending, String how) {
        Optional<String> reason = approvals.decisionOn(caseId).map(Decision::reason);
        if (ending == EnrollmentState.REFUSED && reason.isEmpty()) {
            notices.tell(account, Optional.of(caseId), "enrollment-refused-by-policy", "");
        } else {
            notices.tell(account, Optional.of(caseId), "enrollment-" + how, "", reason.orElse(""));
        }
    }
}
