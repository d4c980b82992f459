package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The way of a case through one process.
 *
 * @param id tells the paths of a case apart
 * @param caller the path whose step called this process; empty for the process that the case began with
 * @param version the version of the model in force for the case, as the engine counts it, from 1
 * @param endedAt empty while it runs
 * @param steps the elements in the order in which they were entered
 * @param flows the flows between elements that were taken, by their ids in the model
 */
public record CasePath(
        String id,
        Optional<String> caller,
        ProcessKey process,
        int version,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Step> steps,
        Set<String> flows) {

    public CasePath {
        steps = List.copyOf(steps);
        flows = Set.copyOf(flows);
    }

    /**
     * One element that was entered.
     *
     * @param element its id in the model
     * @param label what the model calls it, in the language of the models; its id where it has no name
     * @param leftAt empty while the case stands there
     * @param interrupted whether it was left because something else happened
     * @param around whether it only holds others, at which the case stands
     * @param called the path of the process that it called
     * @param kind what sort of element it is
     * @param worker who held the user task at last
     */
    public record Step(
            String element,
            String label,
            Instant enteredAt,
            Optional<Instant> leftAt,
            boolean interrupted,
            boolean around,
            Optional<String> called,
            Kind kind,
            Optional<UUID> worker) {

        /** Whether the case stands at it. */
        public boolean now() {
            return leftAt.isEmpty() && !around;
        }
    }

    /** What sort of element a step is. */
    public enum Kind {
        /** A person has to do something. */
        TASK,
        /** It waits for a moment or for news. */
        WAIT,
        /** Another process is at work. */
        CALL,
        /** It only holds others. */
        PART,
        /** The machine does it, at once. */
        MACHINE
    }
}
