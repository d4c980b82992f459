package org.sekisho.recovery;

import java.time.Clock;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** The helpdesk has to decide, and until when, in business time. */
@Component
class PassToHelpdesk implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final BusinessCalendar calendar;
    private final RecoveryProperties policy;
    private final Clock clock;

    PassToHelpdesk(JdbcRecoveries recoveries, BusinessCalendar calendar, RecoveryProperties policy, Clock clock) {
        this.recoveries = recoveries;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        context.set(RecoveryVariables.DUE_AT, calendar.plus(clock.instant(), policy.decideWithin()));
        recoveries.moveTo(context.caseId(), RecoveryState.DECIDING);
    }
}
