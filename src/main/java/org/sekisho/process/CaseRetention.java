package org.sekisho.process;

/** What the engine forgets. It forgets nothing of a case by itself: only what somebody else has kept. */
public interface CaseRetention {

    /**
     * The case is over and kept elsewhere: the engine may forget it when its process says so. Joins the transaction of the caller,
     * and does nothing while the case runs.
     */
    void mayForget(CaseId caseId);
}
