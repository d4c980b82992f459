package org.sekisho.recovery;

import java.util.Optional;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** The way back stands open, and its person has not gone it. */
@Component
class RemindRecovery implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Notices notices;

    RemindRecovery(JdbcRecoveries recoveries, Notices notices) {
        this.recoveries = recoveries;
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        notices.tell(recovery.account(), Optional.of(recovery.caseId()), "recovery-reminder", "", recovery.expiresAt());
    }
}
