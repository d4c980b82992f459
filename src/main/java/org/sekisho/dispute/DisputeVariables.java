package org.sekisho.dispute;

import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code dispute} routes by. */
final class DisputeVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<Boolean> UNDO = Variable.flag("undo");
    static final Variable<DisputeState> ENDING = Variable.oneOf("ending", DisputeState.class);

    private DisputeVariables() {}
}
