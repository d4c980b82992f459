package org.sekisho.directory;

import java.time.Instant;
import org.sekisho.shared.Secret;

/** Compares passwords, throttled per account and per source, without telling whether an account exists. */
public interface Passwords {

    /**
     * Compares a password. Must be called outside any transaction.
     *
     * @param login the user name as typed: the common ID, alone or followed by the organisation's domain
     * @param source a digest of the network that the request came from
     */
    Result verify(String login, Secret<String> password, String source);

    /** How a comparison ended. */
    sealed interface Result {

        record Right(AccountId account) implements Result {}

        /** No such account, not this password, or an account that may not be used: which of them is not told. */
        record Wrong() implements Result {}

        /** Too soon after earlier failures; nothing was compared. */
        record TooManyTries(Instant until) implements Result {}

        /** More sign-ins at this moment than the machine may hash; nothing was compared. */
        record Busy() implements Result {}
    }
}
