package org.sekisho.enrollment;

import java.util.Optional;
import org.sekisho.approval.Approvals;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Rank;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells the person that set-up awaits them, and settles whether it begins in person. */
@Component
class AnnounceApproval implements ProcessStep {

    private final Accounts accounts;
    private final Approvals approvals;
    private final Notices notices;
    private final JdbcEnrollments enrollments;
    private final EnrollmentProperties policy;

    AnnounceApproval(
            Accounts accounts,
            Approvals approvals,
            Notices notices,
            JdbcEnrollments enrollments,
            EnrollmentProperties policy) {
        this.accounts = accounts;
        this.approvals = approvals;
        this.notices = notices;
        this.enrollments = enrollments;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        Account account = accounts.get(new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID)));
        context.set(EnrollmentVariables.IN_PERSON, policy.privilegedInPerson() && account.rank() == Rank.PRIVILEGED);
        context.set(EnrollmentVariables.APPROVER_GROUP, approvals.groupFor(account));
        enrollments.moveTo(context.caseId(), EnrollmentState.SETTING_UP);
        notices.tell(account.id(), Optional.of(context.caseId()), "application-approved", "");
    }
}
