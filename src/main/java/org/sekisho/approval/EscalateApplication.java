package org.sekisho.approval;

import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells the approvers that a lead may decide in their stead from now on. */
@Component
class EscalateApplication implements ProcessStep {

    private final Accounts accounts;
    private final Approvers approvers;

    EscalateApplication(Accounts accounts, Approvers approvers) {
        this.accounts = accounts;
        this.approvers = approvers;
    }

    @Override
    public void run(StepContext context) {
        approvers.tell(
                context.caseId(),
                accounts.get(new AccountId(context.get(ApprovalVariables.ACCOUNT_ID))),
                "approval-overdue");
    }
}
