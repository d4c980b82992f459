package org.sekisho.process;

import java.util.Optional;

/** Tells which step of which model the calling thread runs, so that a record can say where it was made. */
@FunctionalInterface
public interface RunningStep {

    /** The step that runs on this thread; empty outside of steps. */
    Optional<Place> current();

    /**
     * A place in a model.
     *
     * @param element the BPMN id of the element
     * @param modelVersion the version of the model in force for the case, as the engine counts it, from 1
     */
    record Place(ProcessKey process, String element, int modelVersion) {}
}
