package org.sekisho.process;

import java.util.Optional;

/** What a step knows of its case. Valid only while the step runs, on its thread. */
public interface StepContext {

    CaseId caseId();

    ProcessKey process();

    /** The BPMN id of the element that runs. */
    String element();

    /** The version of the model in force for this case, as the engine counts it, from 1. */
    int modelVersion();

    /**
     * The value of a variable that the model guarantees.
     *
     * @throws IllegalStateException where it is missing: a defect of the model
     */
    <T> T get(Variable<T> variable);

    <T> Optional<T> find(Variable<T> variable);

    <T> void set(Variable<T> variable, T value);
}
