package org.sekisho.dispute;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.factor.Freezes;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Lifts the freeze that the dispute asked for and tells how it ended. The model says how. */
@Component
class EndDispute implements ProcessStep {

    private final JdbcDisputes disputes;
    private final Freezes freezes;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    EndDispute(JdbcDisputes disputes, Freezes freezes, Notices notices, AuditTrail audit, Clock clock) {
        this.disputes = disputes;
        this.freezes = freezes;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Dispute dispute = disputes.find(context.caseId()).orElseThrow();
        DisputeState ending = context.get(DisputeVariables.ENDING);
        String how = ending.name().toLowerCase(Locale.ROOT);
        freezes.lift(dispute.caseId());
        disputes.end(dispute.caseId(), ending, clock.instant());
        if (ending != DisputeState.CANCELLED) {
            notices.tell(dispute.account(), Optional.of(dispute.caseId()), "dispute-" + how, "");
        }
        audit.record(
                "dispute.dispute-ended",
                Optional.of(dispute.account().value()),
                Optional.of(dispute.caseId().value()),
                how,
                Map.of());
    }
}
