package org.sekisho.factor.passkey;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.Variable;

/** What the process {@code factor-passkey-setup} remembers for its routing. */
final class PasskeyVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Registration> REGISTRATION = Variable.oneOf("registration", Registration.class);
    static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    private PasskeyVariables() {}

    /** How the task {@code userTask_registerPasskey} ends. */
    enum Registration {
        REGISTERED,
        GIVEN_UP,
        EXHAUSTED
    }
}
