package org.sekisho.dispute;

/** Where a dispute stands. */
public enum DisputeState {
    /** The account is frozen; the helpdesk has not decided yet. */
    OPEN,
    /** The helpdesk has undone the change. */
    UNDONE,
    /** The helpdesk has found nothing wrong with the change. */
    KEPT,
    /** The person has proved a method from before the change and lifted the freeze. */
    LIFTED,
    /** The account ended. */
    CANCELLED
}
