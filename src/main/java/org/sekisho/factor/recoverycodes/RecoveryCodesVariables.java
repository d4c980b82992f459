package org.sekisho.factor.recoverycodes;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.Variable;

/** What the process {@code factor-recoverycodes-setup} remembers for its routing. */
final class RecoveryCodesVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Saving> SAVING = Variable.oneOf("saving", Saving.class);
    static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    private RecoveryCodesVariables() {}

    /** How the task {@code userTask_saveCodes} ends. */
    enum Saving {
        SAVED,
        DECLINED
    }
}
