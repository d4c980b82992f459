package org.sekisho.approval;

import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells those who may decide what the model says: that an application still waits, or that a lead may decide as well. */
@Component
class TellApprovers implements ProcessStep {

    private final Accounts accounts;
    private final Approvers approvers;

    TellApprovers(Accounts accounts, Approvers approvers) {
        this.accounts = accounts;
        this.approvers = approvers;
    }

    @Override
    public void run(StepContext context) {
        approvers.tell(
                context.caseId(),
                accounts.get(new AccountId(context.get(ApprovalVariables.ACCOUNT_ID))),
                context.get(ApprovalVariables.NEWS));
    }
}
