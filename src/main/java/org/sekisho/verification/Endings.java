package org.sekisho.verification;

import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every end of a verification case has in common: the record is closed, the trail and the other modules are told. */
@Component
class Endings {

    private final JdbcVerificationCases cases;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    Endings(JdbcVerificationCases cases, AuditTrail trail, ApplicationEventPublisher events) {
        this.cases = cases;
        this.trail = trail;
        this.events = events;
    }

    void end(VerificationCase verification, VerificationEnded.Outcome outcome) {
        cases.close(verification.id(), outcome);
        trail.record(
                "verification.ended",
                Optional.of(verification.account().value()),
                Optional.of(verification.id().value()),
                Kebab.of(outcome),
                Map.of("purpose", Kebab.of(verification.purpose())));
        events.publishEvent(
                new VerificationEnded(verification.id(), verification.account(), verification.purpose(), outcome));
    }
}
