package org.sekisho.recovery;

/** What somebody of the helpdesk says to a recovery. */
public enum Verdict {
    APPROVE,
    /** The evidence does not do yet; the person is asked for more. */
    ASK_MORE,
    REFUSE
}
