package org.sekisho.vouching;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Closes a question that says nothing about the person. The model says how it ends. */
@Component
class EndVouching implements ProcessStep {

    private final JdbcVouchings vouchings;
    private final AuditTrail audit;
    private final Clock clock;

    EndVouching(JdbcVouchings vouchings, AuditTrail audit, Clock clock) {
        this.vouchings = vouchings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Vouching vouching = vouchings.get(context.caseId());
        VouchingState ending = context.get(VouchingVariables.ENDING);
        vouchings.end(vouching.caseId(), ending, clock.instant());
        audit.record(
                "vouching.vouching-ended",
                Optional.of(vouching.account().value()),
                Optional.of(vouching.recovery().value()),
                ending.name().toLowerCase(Locale.ROOT),
                Map.of("voucher", vouching.voucher().toString()));
    }
}
