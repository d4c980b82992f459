package org.sekisho.process;

import java.util.Set;

/** Starts cases and tells them business facts. Calls join the transaction of the caller. */
public interface Processes {

    /**
     * Starts a case and runs it to its first waiting points before returning.
     *
     * @throws IllegalStateException where no model has that key
     */
    void start(ProcessKey process, CaseId caseId, Variables variables);

    /**
     * Tells the case a fact.
     *
     * @return whether the case was waiting for it; where not, nothing happened
     */
    boolean correlate(CaseId caseId, MessageName message, Variables variables);

    /** The BPMN ids of the elements at which the case and the processes it called wait; empty when it has ended. */
    Set<String> waitsAt(CaseId caseId);

    /** A variable of the case's own process, as the running case or its history has it. */
    Variables variables(CaseId caseId);
}
