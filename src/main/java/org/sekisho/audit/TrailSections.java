package org.sekisho.audit;

import java.time.Instant;
import java.util.List;

/** Parts of the trail, for those who compare it with something else. */
public interface TrailSections {

    /** How many events of one action there are from one moment on and before another. */
    long count(String action, Instant from, Instant until);

    /** The events of one action from one moment on and before another, in the order in which they were appended. */
    List<AuditEvent> of(String action, Instant from, Instant until);
}
