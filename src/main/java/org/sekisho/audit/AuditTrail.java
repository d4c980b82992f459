package org.sekisho.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The append-only trail of facts. An event commits with the transaction that appends it. */
public interface AuditTrail {

    /** Appends a fact of now by the current actor, from where they are, within the step that is running, if one is. */
    void record(
            String action, Optional<UUID> subject, Optional<UUID> caseId, String result, Map<String, String> details);

    /** The newest events about an account, newest first, at most {@code limit}. */
    List<AuditEvent> about(UUID subject, int limit);

    /** All events of a case in the order they were appended. */
    List<AuditEvent> ofCase(UUID caseId);

    /** From where an event came; empty where that is not known, or where its person was erased. */
    Optional<Origin> origin(AuditEvent event);

    /** From where events came, as {@link #origin} tells of each, in their order; in one statement for all of them. */
    List<Optional<Origin>> origins(List<AuditEvent> events);
}
