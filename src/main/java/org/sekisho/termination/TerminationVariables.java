package org.sekisho.termination;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code termination} routes by. */
final class TerminationVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");

    /** The groups that may decide, separated by commas. */
    static final Variable<String> DECIDERS = Variable.text("deciders");

    static final Variable<Instant> DECISION_DUE_AT = Variable.instant("decisionDueAt");
    /** The group of whom one confirms an approval where two decide. */
    static final Variable<String> CONFIRMERS = Variable.text("confirmers");

    static final Variable<Boolean> SECOND_PERSON = Variable.flag("secondPerson");
    static final Variable<Instant> CONFIRMATION_DUE_AT = Variable.instant("confirmationDueAt");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<Boolean> APPROVED = Variable.flag("approved");
    static final Variable<Instant> ENDS_AT = Variable.instant("endsAt");
    static final Variable<TerminationState> ENDING = Variable.oneOf("ending", TerminationState.class);

    private TerminationVariables() {}
}
