package org.sekisho.termination;

/** Where a request to do without MFA stands. */
public enum TerminationState {
    /** The helpdesk has not decided yet. */
    REQUESTED,
    /** Approved by one person; a second one has not decided yet. */
    CONFIRMING,
    /** Approved; MFA goes off at a known moment. */
    APPROVED,
    /** MFA is off. */
    TERMINATED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    /** Somebody said of a change to the account that it was not theirs. */
    FROZEN,
    /** The account ended. */
    CANCELLED;

    /** Whether the case can still lead to MFA being off and can still be withdrawn. */
    public boolean isOpen() {
        return compareTo(TERMINATED) < 0;
    }
}
