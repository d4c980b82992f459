package org.sekisho.enrollment;

import java.time.Clock;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Reminds a person whose case waits for themselves; says nothing while it waits for somebody else. */
@Component
class RemindPerson implements ProcessStep {

    private final JdbcEnrollments enrollments;
    private final Notices notices;
    private final Clock clock;

    RemindPerson(JdbcEnrollments enrollments, Notices notices, Clock clock) {
        this.enrollments = enrollments;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        enrollments
                .find(context.caseId())
                .filter(enrollment -> enrollment.state() == EnrollmentState.SETTING_UP
                        || enrollment.state() == EnrollmentState.ON_TRIAL)
                .ifPresent(enrollment -> notices.inform(
                        new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID)),
                        Optional.of(context.caseId()),
                        "setup-reminder",
                        clock.instant().toString()));
    }
}
