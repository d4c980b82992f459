package org.sekisho.termination;

import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells the leads who may decide that a request has not been decided in time. */
@Component
class EscalateTermination implements ProcessStep {

    private final Accounts accounts;
    private final Notices notices;

    EscalateTermination(Accounts accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        Account person = accounts.get(new AccountId(context.get(TerminationVariables.ACCOUNT_ID)));
        accounts.with(Role.LEAD).stream()
                .filter(lead -> !lead.id().equals(person.id()))
                .filter(lead -> lead.rank().compareTo(person.rank()) >= 0)
                .forEach(lead -> notices.inform(lead.id(), Optional.of(context.caseId()), "termination-overdue", ""));
    }
}
