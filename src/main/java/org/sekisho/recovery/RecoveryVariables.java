package org.sekisho.recovery;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code recovery} routes by. */
final class RecoveryVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<RecoveryChannel> CHANNEL = Variable.oneOf("channel", RecoveryChannel.class);
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    /** Who may decide: the helpdesk and its leads, of a rank that is not below that of the account. */
    static final Variable<String> AGENT_GROUPS = Variable.text("agentGroups");

    static final Variable<String> LEAD_GROUP = Variable.text("leadGroup");
    static final Variable<Instant> DUE_AT = Variable.instant("dueAt");
    static final Variable<Verdict> DECISION = Variable.oneOf("decision", Verdict.class);
    static final Variable<Boolean> SAVED_CODE = Variable.flag("savedCode");
    static final Variable<Boolean> CONTACT_CODE = Variable.flag("contactCode");
    static final Variable<Boolean> BOUND_METHOD = Variable.flag("boundMethod");
    static final Variable<Boolean> ID_PHOTO = Variable.flag("idPhoto");
    static final Variable<Boolean> IN_PERSON = Variable.flag("inPerson");
    static final Variable<Integer> VOUCHES = Variable.number("vouches");
    static final Variable<String> RANK = Variable.text("rank");
    static final Variable<Integer> EARLIER_RECOVERIES = Variable.number("earlierRecoveries");
    static final Variable<Boolean> INCIDENT = Variable.flag("incident");
    /** In hours. */
    static final Variable<Integer> COOL_OFF = Variable.number("coolOff");

    static final Variable<Boolean> CONFIRMED = Variable.flag("confirmed");
    static final Variable<Instant> WAIT_UNTIL = Variable.instant("waitUntil");
    static final Variable<Boolean> STOPPED = Variable.flag("stopped");
    static final Variable<Instant> REMINDER_AT = Variable.instant("reminderAt");
    /** When a person who has passed nothing on is reminded. */
    static final Variable<Instant> EVIDENCE_REMINDER_AT = Variable.instant("evidenceReminderAt");

    static final Variable<Boolean> RENEWAL = Variable.flag("renewal");
    static final Variable<UUID> FACTOR_ID = Variable.id("factorId");
    /** What the leads are told, as the model says: the name of a notice. */
    static final Variable<String> NEWS = Variable.text("news");

    static final Variable<RecoveryState> ENDING = Variable.oneOf("ending", RecoveryState.class);

    private RecoveryVariables() {}
}
