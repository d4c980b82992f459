package org.sekisho.approval;

/** What {@code approval-policy.dmn} or a person says to an application. */
enum ApprovalDecision {
    APPROVE,
    ASK_UNIT,
    REFUSE
}
