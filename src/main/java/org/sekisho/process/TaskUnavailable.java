package org.sekisho.process;

/** The task cannot be worked by this actor now: it was completed, its case ended, or somebody else holds it. */
public final class TaskUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskUnavailable(TaskId id) {
        super("task " + id + " is not available");
    }
}
