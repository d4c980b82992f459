package org.sekisho.dispute;

import java.util.Optional;
import org.sekisho.factor.Freezes;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.Sessions;
import org.springframework.stereotype.Component;

/** Stops every change of methods and contacts, ends all sessions and tells the person what happens next. */
@Component
class FreezeChanges implements ProcessStep {

    private final JdbcDisputes disputes;
    private final Freezes freezes;
    private final Sessions sessions;
    private final Notices notices;
    private final DisputeProperties policy;

    FreezeChanges(
            JdbcDisputes disputes, Freezes freezes, Sessions sessions, Notices notices, DisputeProperties policy) {
        this.disputes = disputes;
        this.freezes = freezes;
        this.sessions = sessions;
        this.notices = notices;
        this.policy = policy;
    }

    @Override
    public void run(StepContext context) {
        Dispute dispute = disputes.find(context.caseId()).orElseThrow();
        freezes.freeze(dispute.account(), dispute.caseId(), dispute.toldAt().minus(policy.suspicion()));
        sessions.endAll(dispute.account());
        notices.tell(dispute.account(), Optional.of(dispute.caseId()), "changes-frozen", "");
    }
}
