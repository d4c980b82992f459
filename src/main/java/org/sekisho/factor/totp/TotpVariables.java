package org.sekisho.factor.totp;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.Variable;

/** What the process {@code factor-totp-setup} remembers for its routing. */
final class TotpVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<AppDevice> DEVICE = Variable.oneOf("device", AppDevice.class);
    static final Variable<Boolean> ANOTHER_WANTED = Variable.flag("anotherWanted");
    static final Variable<Registration> REGISTRATION = Variable.oneOf("registration", Registration.class);
    static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    /** How a discarded binding ends. */
    static final Variable<SetupOutcome> ENDING = Variable.oneOf("ending", SetupOutcome.class);

    private TotpVariables() {}

    /** How the task {@code userTask_registerApp} ends. */
    enum Registration {
        PROVED,
        BACK,
        EXHAUSTED
    }
}
