package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that one node has taken to send.
 *
 * @param attempt which try this is, from 1; with the id it tells this claim from any later one
 */
record Claim(
        UUID id,
        Message.Kind kind,
        UUID account,
        Optional<UUID> caseId,
        String channel,
        int attempt,
        Instant expiresAt,
        Content content) {

    Channel.Envelope envelope() {
        return new Channel.Envelope(id.toString(), content.address(), content.text(), expiresAt);
    }
}
