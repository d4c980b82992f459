package org.sekisho.recovery;

import java.time.Clock;
import java.util.Optional;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Nobody has objected: the person may have a pass made, and is told so. */
@Component
class OpenWayBack implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Notices notices;
    private final Reminders reminders;
    private final Clock clock;

    OpenWayBack(JdbcRecoveries recoveries, Notices notices, Reminders reminders, Clock clock) {
        this.recoveries = recoveries;
        this.notices = notices;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        recoveries.moveTo(recovery.caseId(), RecoveryState.OPEN);
        context.set(RecoveryVariables.REMINDER_AT, reminders.since(clock.instant()));
        notices.tell(recovery.account(), Optional.of(recovery.caseId()), "recovery-open", "", recovery.expiresAt());
    }
}
