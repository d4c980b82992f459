package org.sekisho.throttle;

import java.time.Instant;

/** Whether a try may be compared. */
public sealed interface Verdict {

    /**
     * The try was counted as a failure of every limit beforehand; compare now, then tell {@link Throttle#succeeded} or
     * {@link Throttle#giveBack} where it was none.
     *
     * @param triesLeft how many more failures the tightest limit allows after this one
     */
    record Allowed(int triesLeft) implements Verdict {}

    /** Too soon after earlier failures; nothing was counted and nothing may be compared. */
    record Wait(Instant until) implements Verdict {}

    /** The limit of failures is reached; nothing was counted and nothing may be compared. */
    record Exhausted(String subject) implements Verdict {}
}
