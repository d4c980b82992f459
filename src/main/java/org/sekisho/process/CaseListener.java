package org.sekisho.process;

/**
 * Is told how cases go, within the transaction in which they do: what a listener writes commits or goes back with it. Processes
 * that a case calls are part of it and no news of their own. Each bean of this type is told.
 */
public interface CaseListener {

    /** A case has begun. */
    void began(BegunCase begun);

    /** The case has come to a user task, its own or one of a process that it called. */
    void reached(BegunCase begun, ProcessKey process, String element);

    /** The case is over. */
    void ended(BegunCase begun, EndedCase ended);
}
