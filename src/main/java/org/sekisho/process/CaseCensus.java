package org.sekisho.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All the cases that the engine still knows, those of earlier releases included. */
public interface CaseCensus {

    /** The cases that have begun at that moment or later, in the order in which they did, as many as are asked for. */
    List<Counted> since(Instant from, int most);

    /**
     * One of them.
     *
     * @param ended empty while it runs
     */
    record Counted(BegunCase begun, Optional<EndedCase> ended) {}
}
