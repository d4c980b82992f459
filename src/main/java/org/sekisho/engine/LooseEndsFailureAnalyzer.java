package org.sekisho.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows loose ends at start-up as they are, without a stack trace around them. */
class LooseEndsFailureAnalyzer extends AbstractFailureAnalyzer<LooseEnds> {

    @Override
    protected FailureAnalysis analyze(@Nullable Throwable rootFailure, LooseEnds cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Each line says what to do; processes/README.md tells the rules.", cause);
    }
}
