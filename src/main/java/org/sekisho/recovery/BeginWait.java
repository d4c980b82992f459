package org.sekisho.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * From here on all known addresses may object. The wait lasts as long as the tier says, and never ends before a change of the
 * password has settled: password and methods are not both reset in one recovery, across cases.
 */
@Component
class BeginWait implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final PasswordChanges passwords;
    private final Notices notices;
    private final Clock clock;

    BeginWait(JdbcRecoveries recoveries, PasswordChanges passwords, Notices notices, Clock clock) {
        this.recoveries = recoveries;
        this.passwords = passwords;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        Instant coolOff = clock.instant().plus(Duration.ofHours(context.get(RecoveryVariables.COOL_OFF)));
        Instant until = passwords
                .settledAt(recovery.account())
                .filter(coolOff::isBefore)
                .orElse(coolOff);
        context.set(RecoveryVariables.WAIT_UNTIL, until);
        recoveries.waitsUntil(recovery.caseId(), until);
        notices.tellChangeEverywhere(
                recovery.account(),
                recovery.caseId().value(),
                "recovery-approved",
                recovery.caseId() + "-approved",
                until);
    }
}
