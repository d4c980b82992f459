package org.sekisho.verification;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code verification} remembers for its routing. */
final class VerificationVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<VerificationPurpose> PURPOSE = Variable.oneOf("purpose", VerificationPurpose.class);
    static final Variable<Boolean> HAS_METHOD = Variable.flag("hasMethod");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Proof> PROOF = Variable.oneOf("proof", Proof.class);
    static final Variable<Choice> CHOICE = Variable.oneOf("choice", Choice.class);
    static final Variable<VerificationEnded.Outcome> ENDING = Variable.oneOf("ending", VerificationEnded.Outcome.class);

    private VerificationVariables() {}

    /** How the task {@code userTask_proveFactor} ends. */
    enum Proof {
        PASSED,
        /** The person wants to be asked again: another code, another call. */
        AGAIN,
        ANOTHER,
        NONE,
        FAILED
    }

    /** How the task {@code userTask_chooseMethod} ends. */
    enum Choice {
        CHOSEN,
        NONE
    }
}
