package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * Something to send.
 *
 * @param key makes the message one of its kind: a second message with the same key is not sent; at most 200 characters, no
 *     address and no secret
 * @param account whom it is for; {@link #NOBODY} where it goes to somebody outside who has none
 * @param kind decides what happens when it is not known whether it was sent
 * @param expiresAt after this moment it is never sent
 */
public record Message(
        String key,
        Kind kind,
        AccountId account,
        Optional<CaseId> caseId,
        Destination destination,
        Text text,
        Instant expiresAt) {

    /** In the place of an account, where a message goes to somebody outside: no account has this id. */
    public static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    /** What a message is for. */
    public enum Kind {
        /** A code: never sent again by itself. */
        CODE,
        /** News: sent at least once, with a stable id by which duplicates can be told. */
        NOTICE
    }

    @Override
    public String toString() {
        return "message " + key;
    }
}
