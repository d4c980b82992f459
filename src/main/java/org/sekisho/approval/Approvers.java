package org.sekisho.approval;

import java.util.List;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.notice.Notices;
import org.sekisho.process.CaseId;
import org.springframework.stereotype.Component;

/** Who decides for whom. Nobody decides for themselves. */
@Component
class Approvers {

    private final Accounts accounts;
    private final Notices notices;

    Approvers(Accounts accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /** The group that is offered an application: the unit's approvers, or the leads where the unit has no other. */
    String groupFor(Account applicant) {
        return eligible(applicant).isEmpty() ? Role.LEAD.key() : Role.APPROVER.key() + ":" + applicant.unit();
    }

    /** Tells every eligible approver some news of an application, once. */
    void tell(CaseId caseId, Account applicant, String news) {
        eligible(applicant)
                .forEach(approver -> notices.inform(approver.id(), Optional.of(caseId), news, applicant.unit()));
    }

    private List<Account> eligible(Account applicant) {
        return accounts.approversOf(applicant.unit()).stream()
                .filter(approver -> !approver.id().equals(applicant.id()))
                .toList();
    }
}
