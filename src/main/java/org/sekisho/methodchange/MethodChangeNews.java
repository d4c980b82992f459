package org.sekisho.methodchange;

import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.AccountFrozen;
import org.sekisho.process.MessageName;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.sekisho.termination.MfaTerminated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what happens elsewhere into facts that an open change is told. */
@Component
class MethodChangeNews {

    private final JdbcMethodChanges changes;
    private final Processes processes;

    MethodChangeNews(JdbcMethodChanges changes, Processes processes) {
        this.changes = changes;
        this.processes = processes;
    }

    @EventListener
    void on(AccountFrozen frozen) {
        tell(frozen.account(), MethodChanges.CHANGES_FROZEN);
    }

    @EventListener
    void on(AccountEnded ended) {
        tell(ended.account(), MethodChanges.ACCOUNT_ENDED);
    }

    /** Without MFA there is nothing left to change. */
    @EventListener
    void on(MfaTerminated terminated) {
        tell(terminated.account(), MethodChanges.CHANGE_WITHDRAWN);
    }

    private void tell(AccountId account, MessageName news) {
        changes.open(account).ifPresent(change -> processes.correlate(change.caseId(), news, Variables.none()));
    }
}
