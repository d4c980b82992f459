package org.sekisho.factor.apppassword;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.Variable;

/** What the process {@code factor-apppassword-setup} remembers for its routing. */
final class AppPasswordVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Naming> NAMING = Variable.oneOf("naming", Naming.class);
    static final Variable<Saving> SAVING = Variable.oneOf("saving", Saving.class);
    static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    private AppPasswordVariables() {}

    /** How the task {@code userTask_namePassword} ends. */
    enum Naming {
        NAMED,
        DECLINED
    }

    /** How the task {@code userTask_savePassword} ends. */
    enum Saving {
        SAVED,
        DECLINED
    }
}
