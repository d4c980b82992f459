package org.sekisho.helpdesk;

/** In which order tasks are shown. */
public enum QueueOrder {
    /** What is due first; what has no due date last. */
    DUE,
    /** What is most urgent first, the oldest of those before the others. */
    PRIORITY,
    /** The oldest first. */
    AGE
}
