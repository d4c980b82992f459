package org.sekisho.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One fact: who did what, whose account and case it was about, and how it ended. Holds opaque ids and outcomes alone, never a
 * secret, a name or an address.
 *
 * @param at when it happened
 * @param actor who acted; empty for the system
 * @param action what was done, as {@code <module>.<noun-participle>}, such as {@code factor.activated}
 * @param subject the account concerned
 * @param caseId the case concerned
 * @param step the BPMN id of the step and the version of its model, as {@code <process>/<element>@<version>}
 * @param result how it ended, in kebab case, such as {@code accepted} or {@code refused}
 * @param details further ids and outcomes, by name in kebab case; kept in the order of their names
 * @param origin from where it was done, readable until the person is erased ({@link AuditTrail#origin})
 */
public record AuditEvent(
        Instant at,
        Optional<UUID> actor,
        String action,
        Optional<UUID> subject,
        Optional<UUID> caseId,
        Optional<String> step,
        String result,
        Map<String, String> details,
        Optional<SealedOrigin> origin) {

    public AuditEvent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A fact that came from nowhere outside, or of which that is not known. */
    public AuditEvent(
            Instant at,
            Optional<UUID> actor,
            String action,
            Optional<UUID> subject,
            Optional<UUID> caseId,
            Optional<String> step,
            String result,
            Map<String, String> details) {
        this(at, actor, action, subject, caseId, step, result, details, Optional.empty());
    }
}
