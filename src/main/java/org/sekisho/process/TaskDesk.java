package org.sekisho.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the work on tasks of groups is shared out. Calls act for the {@link CurrentActor}, who must be offered the task as
 * {@link TaskInbox} says, whoever holds it; whether their role may do such a thing is for the caller to know.
 */
public interface TaskDesk {

    /**
     * Gives the task to somebody, whoever held it before. They must be offered it as well: nobody is given a task about
     * themselves, or one that they are {@link Barred} from.
     *
     * @throws TaskUnavailable where it is gone, or not the actor's to see
     * @throws NotTheirs where the other person may not work it
     */
    void assign(TaskId id, Actor to);

    /**
     * Takes the task from whoever holds it and gives it back to its groups.
     *
     * @throws TaskUnavailable where it is gone, or not the actor's to see
     */
    void takeBack(TaskId id);

    /**
     * Sets how urgent the task is; higher is more urgent.
     *
     * @throws TaskUnavailable where it is gone, or not the actor's to see
     */
    void prioritise(TaskId id, int priority);

    /**
     * Sets until when the task is to be done; empty for no such moment.
     *
     * @throws TaskUnavailable where it is gone, or not the actor's to see
     */
    void due(TaskId id, Optional<Instant> at);

    /**
     * Sets when the task is to be looked at again; empty for no such moment.
     *
     * @throws TaskUnavailable where it is gone, or not the actor's to see
     */
    void followUp(TaskId id, Optional<Instant> at);

    /**
     * Gives every task of a group that a person holds and is not offered back to its groups, and names those tasks. For those who
     * have left a group: the actor says which they are in now.
     */
    List<OfferedTask> takeBackFrom(Actor holder);

    /** The tasks that groups are offered now, whoever may see them. */
    Set<TaskId> standing();

    /** Those among the tasks that groups are offered now, whoever may see them. */
    List<OfferedTask> describe(Collection<TaskId> ids);

    /** The person whom a task was to be given may not work it. */
    final class NotTheirs extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotTheirs(TaskId id) {
            super("task " + id + " is not for that person to work");
        }
    }
}
