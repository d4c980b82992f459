package org.sekisho.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sekisho.process.ProcessKey;

/** How long cases stand at the steps at which they wait: user tasks, waits for a moment or for news, and called processes. */
public interface StepTimes {

    /** The processes whose steps are known, in the order of their keys. */
    List<ProcessKey> processes();

    /**
     * The steps of a process that recorded cases have entered from one moment on until before another, the one that took most time in
     * all first.
     */
    List<Spread> of(ProcessKey process, Instant from, Instant until);

    /** The versions of the process's model that such steps were taken in, the newest first: what a diagram can be drawn from. */
    List<Integer> versions(ProcessKey process, Instant from, Instant until);

    /**
     * How long one step took: half of the times no longer than the median, and so on.
     *
     * @param element its id in the model
     * @param count how often it was taken
     * @param total all of the times together
     */
    record Spread(
            ProcessKey process,
            String element,
            long count,
            Duration median,
            Duration nineOfTen,
            Duration ninetyNineOfHundred,
            Duration total) {}
}
