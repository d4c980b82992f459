package org.sekisho.helpdesk;

/** Which of the tasks that the reader may work are shown. */
public enum QueueFilter {
    /** All of them. */
    ALL,
    /** Those that the reader holds. */
    MINE,
    /** Those that nobody holds. */
    UNASSIGNED,
    /** Those whose due date has passed. */
    OVERDUE,
    /** Those that are due before the day ends, and not overdue yet. */
    DUE_TODAY,
    /** Those that somebody wanted to look at again by now. */
    FOLLOW_UP
}
