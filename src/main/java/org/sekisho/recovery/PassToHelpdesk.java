package org.sekisho.recovery;

import java.time.Clock;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.process.Barred;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.vouching.Vouchings;
import org.springframework.stereotype.Component;

/** The helpdesk has to decide, and until when, in business time. */
@Component
class PassToHelpdesk implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final Vouchings vouchings;
    private final BusinessCalendar calendar;
    private final RecoveryProperties policy;
    private final Clock clock;

    PassToHelpdesk(
            JdbcRecoveries recoveries,
            Vouchings vouchings,
            BusinessCalendar calendar,
            RecoveryProperties policy,
            Clock clock) {
        this.recoveries = recoveries;
        this.vouchings = vouchings;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        context.set(RecoveryVariables.DUE_AT, calendar.plus(clock.instant(), policy.decideWithin()));
        context.set(Barred.VARIABLE, barred(context));
        recoveries.moveTo(context.caseId(), RecoveryState.DECIDING);
    }

    /** Who was asked to vouch for the person has no part in what is decided, whatever they have answered. */
    private Barred barred(StepContext context) {
        return vouchings.of(context.caseId()).stream()
                .map(vouching -> vouching.voucher().value())
                .reduce(context.find(Barred.VARIABLE).orElseGet(Barred::nobody), Barred::and, Barred::and);
    }
}
