package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A step failed for a technical reason. Carries the kind of failure and, where it is one of ours, what it says; never the
 * text or the cause from a library, which may quote a code, an address or a number.
 */
final class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String OURS = "org.sekisho.";
    /** Enough to see where a failure comes from; the rest is the engine's own depth. */
    private static final int FRAMES = 40;

    private StepFailure(String message) {
        super(message, null, false, false);
    }

    static StepFailure of(String step, Throwable failure) {
        return failure instanceof StepFailure inner
                ? inner
                : new StepFailure("Step " + step + " failed: " + describe(failure));
    }

    /** The stack traces of a failure and its causes, for the log. */
    static String traceWithoutTexts(Throwable failure) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add((seen.size() == 1 ? "" : "Caused by: ") + describe(cause));
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                lines.add("\tat " + frames[i]);
            }
        }
        return String.join("\n", lines);
    }

    private static String describe(Throwable failure) {
        String type = failure.getClass().getName();
        return type.startsWith(OURS) && failure.getMessage() != null ? type + ": " + failure.getMessage() : type;
    }
}
