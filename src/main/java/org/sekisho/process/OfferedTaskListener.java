package org.sekisho.process;

/**
 * Is told of every task that groups are offered, within the transaction that changes the task: what a listener writes commits
 * or goes back with it. Each bean of this type is told.
 */
public interface OfferedTaskListener {

    /** The task has come, or something of it has changed. */
    void stands(OfferedTask task);

    /**
     * The task is no more.
     *
     * @param completed whether somebody completed it; else its case went on without it
     */
    void hasGone(TaskId id, boolean completed);
}
