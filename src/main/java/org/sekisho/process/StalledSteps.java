package org.sekisho.process;

/** Steps that failed more often than they are retried. */
public interface StalledSteps {

    /**
     * Has a step run once more; where it fails again, it stands still as before. It runs soon, on any node.
     *
     * @param element the BPMN id of the step
     * @return whether one stood still there
     */
    boolean tryAgain(CaseId caseId, String element);
}
