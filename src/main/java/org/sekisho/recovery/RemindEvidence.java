package org.sekisho.recovery;

import java.util.Optional;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** The case waits for evidence, and its person has passed none on. */
@Component
class RemindEvidence implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Notices notices;

    RemindEvidence(JdbcRecoveries recoveries, Notices notices) {
        this.recoveries = recoveries;
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        notices.tell(
                recovery.account(),
                Optional.of(recovery.caseId()),
                "recovery-evidence-reminder",
                context.get(RecoveryVariables.EVIDENCE_REMINDER_AT).toString(),
                recovery.expiresAt());
    }
}
