package org.sekisho.enrollment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/** Settles when MFA comes into force and warns of what will happen then. */
@Component
class ScheduleActivation implements ProcessStep {

    private final JdbcEnrollments enrollments;
    private final Notices notices;
    private final EnrollmentProperties policy;
    private final Clock clock;

    ScheduleActivation(JdbcEnrollments enrollments, Notices notices, EnrollmentProperties policy, Clock clock) {
        this.enrollments = enrollments;
        this.notices = notices;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Instant activationAt = clock.instant().plus(policy.propagation());
        context.set(EnrollmentVariables.ACTIVATION_AT, activationAt);
        enrollments.schedule(context.caseId(), activationAt);
        AccountId account = new AccountId(context.get(EnrollmentVariables.ACCOUNT_ID));
        notices.tell(account, Optional.of(context.caseId()), "activation-scheduled", "", activationAt);
    }
}
