package org.sekisho.security;

import org.sekisho.directory.AccountId;

/** A person who has given the right password in a session and is not yet in. */
public record SignInAttempt(AccountId account, SessionKey session) {}
