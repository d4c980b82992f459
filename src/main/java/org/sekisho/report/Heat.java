package org.sekisho.report;

import java.time.Duration;
import java.util.Map;
import org.sekisho.process.ProcessKey;

/**
 * How long the steps of a process take, to be drawn on its model.
 *
 * @param model the model as BPMN
 * @param medians by the ids of the elements
 */
public record Heat(ProcessKey process, int version, String model, Map<String, Duration> medians) {

    public Heat {
        medians = Map.copyOf(medians);
    }

    /** From one for what takes less than a minute to five for what takes days. */
    public static int level(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return 1;
        }
        if (time.compareTo(Duration.ofMinutes(10)) < 0) {
            return 2;
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return 3;
        }
        return time.compareTo(Duration.ofDays(1)) < 0 ? 4 : 5;
    }
}
