package org.sekisho.audit;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Records that personal data of others were shown to whoever acts. A screen that looks again by itself is told once a minute. */
@FunctionalInterface
public interface Readings {

    /**
     * These people were shown.
     *
     * @param action what was looked at, as an action of the trail, such as {@code helpdesk.queue-read}
     * @param caseId the case in which, where it is one
     * @param people whose data were shown; whoever acts is not counted
     */
    void shown(String action, Optional<UUID> caseId, Collection<UUID> people);
}
