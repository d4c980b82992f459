package org.sekisho.methodchange;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code method-change} routes by. */
final class MethodChangeVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<Change> CHANGE = Variable.oneOf("change", Change.class);

    /** The method that is renamed, preferred or removed, or the new one that is being set up. */
    static final Variable<UUID> FACTOR_ID = Variable.id("factorId");

    static final Variable<UUID> REPLACED_ID = Variable.id("replacedId");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Boolean> NAMED = Variable.flag("named");
    static final Variable<Ending> ENDING = Variable.oneOf("ending", Ending.class);

    private MethodChangeVariables() {}
}
