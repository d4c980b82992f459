package org.sekisho.approval;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.process.Variable;

/** What the process {@code approval} routes by. */
final class ApprovalVariables {

    static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    static final Variable<ApprovalDecision> DECISION = Variable.oneOf("decision", ApprovalDecision.class);
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> APPROVER_GROUP = Variable.text("approverGroup");
    static final Variable<Instant> APPROVAL_REMINDER_AT = Variable.instant("approvalReminderAt");
    static final Variable<Instant> APPROVAL_DUE_AT = Variable.instant("approvalDueAt");

    /** What approvers are told, as the model says: the name of a notice. */
    static final Variable<String> NEWS = Variable.text("news");

    private ApprovalVariables() {}
}
