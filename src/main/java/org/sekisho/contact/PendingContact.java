package org.sekisho.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.EmailAddress;
import org.sekisho.verification.ChallengeId;

/**
 * An address that its person has given and not yet proved.
 *
 * @param sends how many codes have been sent to it
 * @param lastMessageKey the outbox key of the last of them
 */
record PendingContact(
        UUID id,
        AccountId account,
        EmailAddress address,
        ChallengeId challenge,
        int sends,
        Optional<String> lastMessageKey,
        Optional<Instant> sentAt,
        Optional<Instant> codeExpiresAt) {}
