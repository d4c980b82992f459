package org.sekisho.vouching;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Somebody says that it is their person: evidence for the recovery, with who said so and when. The person is told to go on. */
@Component
class RecordVouching implements ProcessStep {

    private final JdbcVouchings vouchings;
    private final Evidence evidence;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    RecordVouching(JdbcVouchings vouchings, Evidence evidence, Notices notices, AuditTrail audit, Clock clock) {
        this.vouchings = vouchings;
        this.evidence = evidence;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Vouching vouching = vouchings.get(context.caseId());
        vouchings.end(vouching.caseId(), VouchingState.VOUCHED, clock.instant());
        evidence.add(
                vouching.recovery(),
                vouching.account(),
                EvidenceKind.VOUCHED,
                Optional.of(vouching.voucher()),
                vouching.voucher().toString());
        audit.record(
                "vouching.vouching-answered",
                Optional.of(vouching.account().value()),
                Optional.of(vouching.recovery().value()),
                "vouched",
                Map.of("voucher", vouching.voucher().toString()));
        notices.tell(vouching.account(), Optional.of(vouching.caseId()), "vouching-vouched", "");
    }
}
