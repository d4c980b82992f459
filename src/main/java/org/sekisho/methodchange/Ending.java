package org.sekisho.methodchange;

/** How a change of methods ends. */
enum Ending {
    DONE,
    WITHDRAWN,
    EXPIRED,
    /** Somebody said of another change that it was not theirs. */
    FROZEN,
    /** The account ended. */
    CANCELLED
}
