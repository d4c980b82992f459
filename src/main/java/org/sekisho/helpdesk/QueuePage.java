package org.sekisho.helpdesk;

import java.util.List;

/**
 * The beginning of the list.
 *
 * @param more whether there are further tasks after these
 */
public record QueuePage(List<QueuedTask> tasks, boolean more) {

    public QueuePage {
        tasks = List.copyOf(tasks);
    }
}
