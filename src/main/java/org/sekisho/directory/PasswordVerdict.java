package org.sekisho.directory;

import java.time.Instant;

/** What came of a password. */
public sealed interface PasswordVerdict {

    /** It is that of an account in good standing. */
    record Right(AccountId account) implements PasswordVerdict {}

    /** It is not, or there is no such account, or it may not sign in: nobody is told which. */
    record Wrong() implements PasswordVerdict {}

    /** Too soon after earlier failures; nothing was compared. */
    record TooManyTries(Instant until) implements PasswordVerdict {}

    /** More people sign in at once than can be served; nothing was compared or counted. */
    record Busy() implements PasswordVerdict {}
}
