package org.sekisho.vouching;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code vouching} routes by. */
final class VouchingVariables {

    /** The person who has lost their methods. */
    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");

    static final Variable<UUID> VOUCHER_ID = Variable.id("voucherId");
    static final Variable<Instant> REMINDER_AT = Variable.instant("reminderAt");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<VouchAnswer> ANSWER = Variable.oneOf("answer", VouchAnswer.class);
    static final Variable<VouchingState> ENDING = Variable.oneOf("ending", VouchingState.class);

    private VouchingVariables() {}
}
