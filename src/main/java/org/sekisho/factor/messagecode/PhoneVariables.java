package org.sekisho.factor.messagecode;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.Variable;

/** What the process {@code factor-messagecode-setup} remembers for its routing. */
final class PhoneVariables {

    static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    static final Variable<UUID> FACTOR = Variable.id("factorId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Answer> ANSWER = Variable.oneOf("answer", Answer.class);
    static final Variable<SetupOutcome> OUTCOME = Variable.oneOf("outcome", SetupOutcome.class);

    private PhoneVariables() {}

    /** How the task {@code userTask_answerMessage} ends. */
    enum Answer {
        PROVED,
        AGAIN,
        CHANGE,
        EXHAUSTED
    }
}
