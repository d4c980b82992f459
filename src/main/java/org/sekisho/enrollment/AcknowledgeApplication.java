package org.sekisho.enrollment;

import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Tells every known address that somebody has applied: the start of a case is no secret from its person. */
@Component
class AcknowledgeApplication implements ProcessStep {

    private final Notices notices;

    AcknowledgeApplication(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        notices.tell(account, Optional.of(context.caseId()), "application-received", "");
    }
}
