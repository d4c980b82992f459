package org.sekisho.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an event says, without its details.
 *
 * @param network a digest of the network that it came from, for as long as that is kept
 */
public record Fact(
        Instant at,
        Optional<UUID> actor,
        String action,
        Optional<UUID> subject,
        Optional<UUID> caseId,
        String result,
        Optional<String> network) {}
