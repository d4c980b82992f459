package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.vault.SealedSecret;

/** A row of the outbox. */
record StoredMessage(
        UUID id,
        String key,
        Message.Kind kind,
        UUID account,
        Optional<UUID> caseId,
        String channel,
        Asked asked,
        Optional<SealedSecret> sealed,
        MessageState state,
        int attempts,
        Optional<String> carrierId,
        Instant expiresAt) {}
