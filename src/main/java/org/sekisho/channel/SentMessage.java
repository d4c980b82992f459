package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;

/**
 * What is still known of a message after it has gone out; what it said is not.
 *
 * @param id the id of its {@link Channel.Envelope}
 * @param carrierId by what name the carrier speaks of it; empty until the carrier's answer is recorded
 */
public record SentMessage(
        UUID id,
        String key,
        AccountId account,
        Language language,
        Reply reply,
        MessageState state,
        Optional<String> carrierId,
        Instant expiresAt) {}
