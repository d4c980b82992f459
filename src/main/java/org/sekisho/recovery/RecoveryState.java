package org.sekisho.recovery;

/** Where a recovery stands. */
public enum RecoveryState {
    /** Its person has to show who they are. */
    GATHERING,
    /** The helpdesk has to decide. */
    DECIDING,
    /** All known addresses have been told, and may object. */
    WAITING,
    /** The person may have a pass made and set up a new method. */
    OPEN,
    RECOVERED,
    WITHDRAWN,
    REFUSED,
    /** The person has signed in with one of their methods after all. */
    METHOD_FOUND,
    /** Somebody said that it was not them. */
    REPUDIATED,
    /** The account ended. */
    CANCELLED,
    EXPIRED;

    /** Whether the case goes on. */
    public boolean isOpen() {
        return ordinal() < RECOVERED.ordinal();
    }
}
