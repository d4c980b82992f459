package org.sekisho.dispute;

import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code dispute} routes by. */
final class DisputeVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    /** Who decides: the helpdesk, and of a recovery a lead alone, since an agent may have been part of it. */
    static final Variable<String> DECIDERS = Variable.text("deciders");

    static final Variable<Boolean> UNDO = Variable.flag("undo");
    static final Variable<DisputeState> ENDING = Variable.oneOf("ending", DisputeState.class);

    private DisputeVariables() {}
}
