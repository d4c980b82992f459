package org.sekisho.termination;

import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.AccountFrozen;
import org.sekisho.process.MessageName;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what happens elsewhere into facts that an open request is told. */
@Component
class TerminationNews {

    private final JdbcTerminations terminations;
    private final Processes processes;

    TerminationNews(JdbcTerminations terminations, Processes processes) {
        this.terminations = terminations;
        this.processes = processes;
    }

    @EventListener
    void on(AccountFrozen frozen) {
        tell(frozen.account(), Terminations.CHANGES_FROZEN);
    }

    @EventListener
    void on(AccountEnded ended) {
        tell(ended.account(), Terminations.ACCOUNT_ENDED);
    }

    private void tell(AccountId account, MessageName news) {
        terminations.open(account).ifPresent(open -> processes.correlate(open.caseId(), news, Variables.none()));
    }
}
