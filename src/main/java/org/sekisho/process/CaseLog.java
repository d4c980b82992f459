package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the engine itself has written down about cases, for as long as it keeps it: who told it what, and what failed. */
public interface CaseLog {

    /** What people and the product have told the engine to do with the case, in the order of time. */
    List<Operation> operations(CaseId caseId);

    /** The steps that have failed, each try of them, in the order of time; never why, since that may quote what is secret. */
    List<Attempt> attempts(CaseId caseId);

    /** The steps that have failed too often and waited for staff, in the order of time. */
    List<Halt> halts(CaseId caseId);

    /**
     * One thing that the engine was told to do.
     *
     * @param actor who told it; empty for the product itself
     * @param kind what was done, in kebab case, such as {@code claim} or {@code set-job-retries}
     * @param entity what it was done to, in kebab case, such as {@code task}
     * @param element the element of the model concerned, where there is one
     * @param property what of it was changed
     */
    record Operation(
            Instant at,
            Optional<UUID> actor,
            String kind,
            String entity,
            Optional<String> element,
            Optional<String> property,
            Optional<String> from,
            Optional<String> to) {}

    /**
     * One try of a step that has failed at least once.
     *
     * @param number which try it was, from 1
     * @param failed whether it failed
     * @param left how many more the engine would make by itself
     */
    record Attempt(ProcessKey process, String element, int number, Instant at, boolean failed, int left) {}

    /**
     * A step that stood still until somebody did something about it.
     *
     * @param endedAt empty while it stands still
     */
    record Halt(ProcessKey process, String element, Instant at, Optional<Instant> endedAt) {}
}
