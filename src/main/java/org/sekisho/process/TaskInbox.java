package org.sekisho.process;

import java.util.List;
import java.util.Optional;

/**
 * The tasks that wait for people. Every call acts for the {@link CurrentActor} and shows only what that actor may see: tasks
 * assigned to them, and tasks of their groups whose subject is somebody else. Nobody works their own case by way of a group,
 * nor one that they are {@link Barred} from, and a task of a group that they have left is theirs no more.
 */
public interface TaskInbox {

    /** The tasks assigned to the actor, oldest first. */
    List<CaseTask> own();

    /** The tasks that the actor's groups may take or have taken, most urgent first; never about the actor. */
    List<CaseTask> offered();

    /** The task, where it still waits and the actor may see it. */
    Optional<CaseTask> find(TaskId id);

    /** The open tasks of a case that the actor may see, including those of called processes. */
    List<CaseTask> ofCase(CaseId caseId);

    /**
     * The variables that the task's process can see.
     *
     * @throws TaskUnavailable where it is gone or not the actor's to see
     */
    Variables variables(TaskId id);

    /**
     * Takes a task of one of the actor's groups; does nothing where the actor holds it already.
     *
     * @throws TaskUnavailable where it is gone, held by somebody else or not the actor's to take
     */
    void claim(TaskId id);

    /**
     * Gives a claimed task back to its groups.
     *
     * @throws TaskUnavailable where the actor does not hold it
     */
    void release(TaskId id);

    /**
     * Ends the task with its outcome and moves the case on. A task that a group is offered is claimed first.
     *
     * @throws TaskUnavailable where it is gone or not the actor's to complete
     */
    void complete(TaskId id, Variables outcome);
}
