package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a case has passed, for as long as the engine keeps it. */
public interface CaseHistory {

    /** The elements that the case and the processes it called have entered, in order. */
    List<PassedElement> passed(CaseId caseId);

    /** The cases that stopped because a step failed too often, newest first. */
    List<Incident> incidents();

    /**
     * An element that a case has entered.
     *
     * @param endedAt when it left; empty while it waits there
     */
    record PassedElement(ProcessKey process, String element, Instant startedAt, Optional<Instant> endedAt) {}

    /** A step that failed more often than it is retried. */
    record Incident(CaseId caseId, ProcessKey process, String element, Instant at) {}
}
