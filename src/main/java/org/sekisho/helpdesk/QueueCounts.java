package org.sekisho.helpdesk;

import java.util.Map;
import org.sekisho.process.ProcessKey;

/**
 * How many tasks there are for each filter and each kind. Nobody works by the exact number of thousands, and counting them would
 * cost more than the list itself: from {@value #MOST} on a number means “as many or more”.
 */
public record QueueCounts(Map<QueueFilter, Integer> filters, Map<ProcessKey, Integer> kinds) {

    /** Where counting stops. */
    public static final int MOST = 500;

    public QueueCounts {
        filters = Map.copyOf(filters);
        kinds = Map.copyOf(kinds);
    }

    public int of(QueueFilter filter) {
        return filters.getOrDefault(filter, 0);
    }
}
