package org.sekisho.recovery;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.accesspass.AccessPasses;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Outbox;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.factor.Factors;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.vouching.Vouchings;
import org.springframework.stereotype.Component;

/**
 * Closes a recovery. Its pass is void and its photos are given their time; where it ends before a new method was proved, nothing
 * half-bound remains and the old methods stay. The model says how it ends.
 */
@Component
class EndRecovery implements ProcessStep {

    private final JdbcRecoveries recoveries;
    private final AccessPasses passes;
    private final IdPhotos photos;
    private final Vouchings vouchings;
    private final Factors factors;
    private final Outbox outbox;
    private final Notices notices;
    private final Leads leads;
    private final AuditTrail audit;
    private final Clock clock;

    EndRecovery(
            JdbcRecoveries recoveries,
            AccessPasses passes,
            IdPhotos photos,
            Vouchings vouchings,
            Factors factors,
            Outbox outbox,
            Notices notices,
            Leads leads,
            AuditTrail audit,
            Clock clock) {
        this.recoveries = recoveries;
        this.passes = passes;
        this.photos = photos;
        this.vouchings = vouchings;
        this.factors = factors;
        this.outbox = outbox;
        this.notices = notices;
        this.leads = leads;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Recovery recovery = recoveries.get(context.caseId());
        RecoveryState ending = context.get(RecoveryVariables.ENDING);
        String how = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        passes.end(recovery.caseId());
        photos.decided(recovery.caseId());
        vouchings.over(recovery.caseId());
        if (ending != RecoveryState.RECOVERED) {
            factors.revokeBoundIn(recovery.caseId(), "recovery-" + how);
            outbox.discardOf(recovery.caseId());
        }
        recoveries.end(recovery.caseId(), ending, clock.instant());
        if (ending != RecoveryState.CANCELLED) {
            notices.tell(recovery.account(), Optional.of(recovery.caseId()), "recovery-" + how, "");
        }
        if (ending == RecoveryState.REPUDIATED) {
            leads.tell(recovery, "recovery-alarm");
        }
        audit.record(
                "recovery.case-ended",
                Optional.of(recovery.account().value()),
                Optional.of(recovery.caseId().value()),
                how,
                Map.of());
    }
}
