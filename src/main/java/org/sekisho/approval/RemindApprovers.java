package org.sekisho.approval;

import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Writes once more to those who may decide. */
@Component
class RemindApprovers implements ProcessStep {

    private final Accounts accounts;
    private final Approvers approvers;

    RemindApprovers(Accounts accounts, Approvers approvers) {
        this.accounts = accounts;
        this.approvers = approvers;
    }

    @Override
    public void run(StepContext context) {
        approvers.tell(
                context.caseId(),
                accounts.get(new AccountId(context.get(ApprovalVariables.ACCOUNT_ID))),
                "approval-reminder");
    }
}
