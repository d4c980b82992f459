package org.sekisho.termination;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factors;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.security.Sessions;
import org.sekisho.verification.Enforcement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Switches MFA off: no method is left, no session goes on, and the password alone is asked for from now on. */
@Component
class SwitchMfaOff implements ProcessStep {

    private final JdbcTerminations terminations;
    private final Enforcement enforcement;
    private final Factors factors;
    private final Sessions sessions;
    private final Notices notices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SwitchMfaOff(
            JdbcTerminations terminations,
            Enforcement enforcement,
            Factors factors,
            Sessions sessions,
            Notices notices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.terminations = terminations;
        this.enforcement = enforcement;
        this.factors = factors;
        this.sessions = sessions;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        AccountId account = new AccountId(context.get(TerminationVariables.ACCOUNT_ID));
        enforcement.end(account);
        events.publishEvent(new MfaTerminated(account, context.caseId()));
        factors.revokeAll(account, "mfa-terminated");
        sessions.endAll(account);
        terminations.end(context.caseId(), TerminationState.TERMINATED, clock.instant());
        notices.tell(account, Optional.of(context.caseId()), "mfa-ended", "");
        audit.record(
                "termination.mfa-terminated",
                Optional.of(account.value()),
                Optional.of(context.caseId().value()),
                "off",
                Map.of());
    }
}
