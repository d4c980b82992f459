package org.sekisho.termination;

import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells every address of the person what was asked for, so that it can be disputed from the first moment on. */
@Component
class BeginTermination implements ProcessStep {

    private final Notices notices;

    BeginTermination(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        UUID caseId = context.caseId().value();
        notices.tellChange(
                new AccountId(context.get(TerminationVariables.ACCOUNT_ID)),
                caseId,
                "termination-requested",
                caseId.toString());
    }
}
