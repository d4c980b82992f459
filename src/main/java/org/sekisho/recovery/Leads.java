package org.sekisho.recovery;

import java.util.Optional;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.notice.Notices;
import org.springframework.stereotype.Component;

/** Those who are told when a case goes wrong. */
@Component
class Leads {

    private final Accounts accounts;
    private final Notices notices;

    Leads(Accounts accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /** Tells every lead but the person of the case some news of it, once; the mail says no more than the number of the case. */
    void tell(Recovery recovery, String news) {
        accounts.with(Role.LEAD).stream()
                .filter(lead -> !lead.id().equals(recovery.account()))
                .forEach(lead -> notices.inform(
                        lead.id(),
                        Optional.of(recovery.caseId()),
                        news,
                        lead.id().toString(),
                        recovery.caseId()));
    }
}
