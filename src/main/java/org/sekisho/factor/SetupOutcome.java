package org.sekisho.factor;

/** How a set-up process ends. */
public enum SetupOutcome {
    ENROLLED,
    /** The person went back or let it expire. */
    ABANDONED,
    /** Too many wrong tries. */
    REJECTED,
    /** The person would rather set up another method: whoever called asks which. */
    ANOTHER
}
