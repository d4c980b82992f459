package org.sekisho.process;

import java.util.Optional;

/** Tells which step of which model the calling thread is running. */
@FunctionalInterface
public interface RunningStep {

    /** The step and the version of its model, as {@code <process>/<element>@<version>}; empty outside a step. */
    Optional<String> current();
}
