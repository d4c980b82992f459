package org.sekisho.incident;

import java.time.Duration;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Incident modes in the hands of tests. */
@Component
@Profile("test")
public class TestIncidents {

    private final IncidentMode mode;

    TestIncidents(IncidentMode mode) {
        this.mode = mode;
    }

    /** Opens one for a kind of method, where none is in force. */
    public IncidentMode.Opening methodIsDown(AccountId lead, String kind, Duration lasts) {
        return isDown(lead, new Target(Target.Scope.METHOD, kind), lasts, "Announced on the status page");
    }

    /** Opens one for a channel, where none is in force. */
    public IncidentMode.Opening carrierIsDown(AccountId lead, String channel, Duration lasts) {
        return isDown(lead, new Target(Target.Scope.CARRIER, channel), lasts, "Announced on the status page");
    }

    IncidentMode.Opening isDown(AccountId lead, Target target, Duration lasts, String reason) {
        try (SignedInAs at = SignedInAs.withRoles(lead, Role.LEAD)) {
            if (!at.person().account().equals(lead)) {
                throw new AssertionError(at);
            }
            return mode.opened(target, lasts, reason);
        }
    }

    /** Ends all that are in force, so that the next test finds none. */
    public void endAll(AccountId lead) {
        try (SignedInAs at = SignedInAs.withRoles(lead, Role.LEAD)) {
            if (!at.person().account().equals(lead)) {
                throw new AssertionError(at);
            }
            mode.inForce().forEach(incident -> mode.ended(incident.id()));
        }
    }
}
