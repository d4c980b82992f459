package org.sekisho.security;

import org.sekisho.directory.AccountId;

/** Remembers, on the server, that a session has proved a second factor a short while ago. */
public interface FreshFactor {

    /** The session has proved a factor of the account now. Joins the transaction of the caller. */
    void proved(AccountId account, SessionKey session);

    /** Whether the session proved a factor of the account within the policy's time (15 minutes by default). */
    boolean isFresh(AccountId account, SessionKey session);
}
