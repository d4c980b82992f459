package org.sekisho.approval;

import java.time.Clock;
import java.time.Instant;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Finds who decides and until when, in business time, and tells them. */
@Component
class AskUnit implements ProcessStep {

    private final Accounts accounts;
    private final Approvers approvers;
    private final BusinessCalendar calendar;
    private final ApprovalProperties policy;
    private final Clock clock;

    AskUnit(Accounts accounts, Approvers approvers, BusinessCalendar calendar, ApprovalProperties policy, Clock clock) {
        this.accounts = accounts;
        this.approvers = approvers;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Account applicant = accounts.get(new AccountId(context.get(ApprovalVariables.ACCOUNT_ID)));
        Instant now = clock.instant();
        context.set(ApprovalVariables.APPROVER_GROUP, approvers.groupFor(applicant));
        context.set(ApprovalVariables.APPROVAL_REMINDER_AT, calendar.plus(now, policy.remindAfter()));
        context.set(ApprovalVariables.APPROVAL_DUE_AT, calendar.plus(now, policy.dueAfter()));
        approvers.tell(context.caseId(), applicant, "approval-requested");
    }
}
