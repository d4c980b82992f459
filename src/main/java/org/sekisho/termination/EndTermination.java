package org.sekisho.termination;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Closes a request that leaves MFA on, and tells its person. The model says how it ends. */
@Component
class EndTermination implements ProcessStep {

    private final JdbcTerminations terminations;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    EndTermination(JdbcTerminations terminations, Notices notices, AuditTrail audit, Clock clock) {
        this.terminations = terminations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Termination request = terminations.find(context.caseId()).orElseThrow();
        TerminationState ending = context.get(TerminationVariables.ENDING);
        String how = ending.name().toLowerCase(Locale.ROOT);
        terminations.end(request.caseId(), ending, clock.instant());
        // an account that has ended has nobody to tell
        if (ending != TerminationState.CANCELLED) {
            notices.tell(
                    request.account(),
                    Optional.of(request.caseId()),
                    "termination-" + how,
                    "",
                    request.decisionReason().orElse(""));
        }
        audit.record(
                "termination.case-ended",
                Optional.of(request.account().value()),
                Optional.of(request.caseId().value()),
                how,
                Map.of());
    }
}
