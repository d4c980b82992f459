package org.sekisho.termination;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Settles when MFA goes off and tells every address of the person, who can withdraw or dispute until then. */
@Component
class AnnounceTermination implements ProcessStep {

    private final JdbcTerminations terminations;
    private final Notices notices;
    private final TerminationProperties policy;
    private final Clock clock;

    AnnounceTermination(JdbcTerminations terminations, Notices notices, TerminationProperties policy, Clock clock) {
        this.terminations = terminations;
        this.notices = notices;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Instant endsAt = clock.instant().plus(policy.coolOff());
        context.set(TerminationVariables.ENDS_AT, endsAt);
        terminations.schedule(context.caseId(), endsAt);
        UUID caseId = context.caseId().value();
        notices.tellChange(
                new AccountId(context.get(TerminationVariables.ACCOUNT_ID)),
                caseId,
                "termination-approved",
                caseId.toString(),
                endsAt);
    }
}
