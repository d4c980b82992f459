package org.sekisho.enrollment;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.enrollment.EnrollmentProperties.RecoveryCodes;
import org.sekisho.enrollment.EnrollmentProperties.SecondMethod;
import org.sekisho.factor.MethodOffer.Addition;
import org.sekisho.factor.MethodOffer.Choice;
import org.sekisho.process.Variable;

/** What the process {@code enrollment} routes by. */
final class EnrollmentVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<String> AFFILIATION = Variable.text("affiliation");
    static final Variable<String> ACCOUNT_STATE = Variable.text("accountState");
    static final Variable<String> RANK = Variable.text("rank");
    static final Variable<Boolean> SHARED_ACCOUNT = Variable.flag("sharedAccount");
    static final Variable<Integer> EARLIER_REFUSALS = Variable.number("earlierRefusals");
    static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");
    static final Variable<String> REMINDER_CYCLE = Variable.text("reminderCycle");
    static final Variable<Boolean> IN_PERSON = Variable.flag("inPerson");
    static final Variable<String> HELPER_GROUPS = Variable.text("helperGroups");
    static final Variable<String> APPROVER_GROUP = Variable.text("approverGroup");
    static final Variable<Answer> ANSWER = Variable.oneOf("answer", Answer.class);
    static final Variable<UUID> FACTOR_ID = Variable.id("factorId");
    static final Variable<String> SETUP_PROCESS = Variable.text("setupProcess");
    static final Variable<SecondMethod> SECOND_METHOD = Variable.oneOf("secondMethod", SecondMethod.class);
    static final Variable<RecoveryCodes> RECOVERY_CODES = Variable.oneOf("recoveryCodes", RecoveryCodes.class);
    static final Variable<Addition> ADDITION = Variable.oneOf("addition", Addition.class);
    static final Variable<Choice> CHOICE = Variable.oneOf("choice", Choice.class);
    static final Variable<Boolean> CONTACT_CONFIRMED = Variable.flag("contactConfirmed");
    static final Variable<Instant> ACTIVATION_AT = Variable.instant("activationAt");
    static final Variable<TrialHelp> HELP = Variable.oneOf("help", TrialHelp.class);
    static final Variable<EnrollmentState> ENDING = Variable.oneOf("ending", EnrollmentState.class);

    /** What a person says to "More information required". */
    enum Answer {
        NEXT,
        NOT_NOW
    }

    private EnrollmentVariables() {}
}
