package org.sekisho.helpdesk;

import java.time.Instant;
import java.util.Comparator;

/** In which order tasks are shown. */
public enum QueueOrder {
    /** What is due first; what has no due date last. */
    DUE(Comparator.comparing(task -> task.dueAt().orElse(Instant.MAX))),
    /** What is most urgent first, the oldest of those before the others. */
    PRIORITY(Comparator.comparing(QueuedTask::priority).reversed()),
    /** The oldest first. */
    AGE(Comparator.comparing(QueuedTask::createdAt));

    private final transient Comparator<QueuedTask> comparator;

    QueueOrder(Comparator<QueuedTask> first) {
        this.comparator = first.thenComparing(QueuedTask::createdAt)
                .thenComparing(task -> task.id().value());
    }

    /** No two tasks are equal in this order. */
    Comparator<QueuedTask> comparator() {
        return comparator;
    }
}
