package org.sekisho.methodchange;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Outbox;
import org.sekisho.factor.Factors;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * Closes a change. Where it ends before a new method was proved, nothing half-bound remains: what was begun is discarded and
 * its unsent messages expire. A method that was proved stays, also where its person never came to name it. The model says how
 * it ends.
 */
@Component
class EndMethodChange implements ProcessStep {

    private final JdbcMethodChanges changes;
    private final Factors factors;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    EndMethodChange(JdbcMethodChanges changes, Factors factors, Outbox outbox, AuditTrail audit, Clock clock) {
        this.changes = changes;
        this.factors = factors;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        MethodChange change = changes.find(context.caseId()).orElseThrow();
        Ending modelled = context.get(MethodChangeVariables.ENDING);
        Ending ending = change.bound() && modelled != Ending.CANCELLED ? Ending.DONE : modelled;
        String how = ending.name().toLowerCase(Locale.ROOT);
        if (ending != Ending.DONE) {
            factors.revokeBoundIn(change.caseId(), "change-" + how);
            outbox.discardOf(change.caseId());
        }
        changes.end(change.caseId(), ending, clock.instant());
        audit.record(
                "method-change.change-ended",
                Optional.of(change.account().value()),
                Optional.of(change.caseId().value()),
                how,
                Map.of());
    }
}
