package org.sekisho.recovery;

import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells all known addresses, and those that were known a short while ago, that a recovery has begun, each with a link by which its reader can say that it was not them. */
@Component
class AnnounceRecovery implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Notices notices;

    AnnounceRecovery(JdbcRecoveries recoveries, Notices notices) {
        this.recoveries = recoveries;
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        notices.tellChangeEverywhere(
                recovery.account(),
                recovery.caseId().value(),
                "recovery-opened",
                recovery.caseId().toString());
    }
}
