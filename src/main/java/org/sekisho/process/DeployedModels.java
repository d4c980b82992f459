package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models of processes and decisions as they were deployed, in every version that the engine has had. */
public interface DeployedModels {

    /** The text of the model of a process, as BPMN; empty where there is none. */
    Optional<String> process(ProcessKey process, int version);

    /** The text of the model of a decision, as DMN; empty where there is none. */
    Optional<String> decision(DecisionKey decision, int version);

    /** The same as a table; empty where there is none. */
    Optional<DecisionTable> table(DecisionKey decision, int version);

    /** The versions of all decisions that were the newest at some time between two moments, by key and version. */
    List<PolicyVersion> policies(Instant from, Instant until);

    /** Where cases can stand and end, by the newest version of each process: its user tasks and its end events. */
    List<Place> places();

    /** The processes whose newest version calls others. */
    Set<ProcessKey> callers();

    /**
     * A user task or an end event.
     *
     * @param version of the model, as the engine counts it, from 1
     * @param label what the model calls it, in the language of the models
     * @param form what a user task asks for
     */
    record Place(
            ProcessKey process, int version, String element, String label, Optional<FormKey> form, boolean ending) {}

    /** A version of a decision. */
    record PolicyVersion(DecisionKey decision, int version) {}
}
