package org.sekisho.archive;

import java.util.Collection;
import java.util.Set;
import org.sekisho.process.ProcessKey;

/**
 * Cases that are kept for the same time, by the processes with which they began.
 *
 * @param processes those that are meant, or those that are not
 * @param excepted whether they are those that are not
 */
record Kinds(Set<ProcessKey> processes, boolean excepted) {

    Kinds {
        processes = Set.copyOf(processes);
    }

    static Kinds only(ProcessKey process) {
        return new Kinds(Set.of(process), false);
    }

    static Kinds allBut(Collection<ProcessKey> processes) {
        return new Kinds(Set.copyOf(processes), true);
    }
}
