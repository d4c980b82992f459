package org.sekisho.security;

import org.sekisho.directory.AccountId;

/** What an answer that stands alone has proved. */
public sealed interface AloneVerdict {

    /** Whose it is. */
    record Proved(AccountId account) implements AloneVerdict {}

    /** The question can no longer be answered; says nothing of the answer. */
    record TooLate() implements AloneVerdict {}

    record Refused() implements AloneVerdict {}
}
