package org.sekisho.recovery;

import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.AccountFrozen;
import org.sekisho.process.MessageName;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.sekisho.verification.VerificationEnded;
import org.sekisho.verification.VerificationPurpose;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what happens elsewhere into facts that an open recovery is told. */
@Component
class RecoveryNews {

    private final JdbcRecoveries recoveries;
    private final Processes processes;

    RecoveryNews(JdbcRecoveries recoveries, Processes processes) {
        this.recoveries = recoveries;
        this.processes = processes;
    }

    /** Whoever says “this was not me”, of the recovery or of any other change, stops it. */
    @EventListener
    void on(AccountFrozen frozen) {
        tell(frozen.account(), Recoveries.ACCOUNT_FROZEN);
    }

    @EventListener
    void on(AccountEnded ended) {
        tell(ended.account(), Recoveries.ACCOUNT_ENDED);
    }

    /** A person who signs in with one of their methods has not lost them all: what is lost they replace by themselves. */
    @EventListener
    void on(VerificationEnded ended) {
        if (ended.purpose() == VerificationPurpose.SIGN_IN && ended.outcome() == VerificationEnded.Outcome.PASSED) {
            tell(ended.account(), Recoveries.METHOD_PROVED);
        }
    }

    private void tell(AccountId account, MessageName news) {
        recoveries.open(account).ifPresent(recovery -> processes.correlate(recovery.caseId(), news, Variables.none()));
    }
}
