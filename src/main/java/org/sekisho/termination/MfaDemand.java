package org.sekisho.termination;

import org.sekisho.directory.Account;

/** Whether anything demands MFA of an account: then two people decide whether it may do without. */
public interface MfaDemand {

    /** Decided as of now. */
    boolean isMadeOf(Account account);
}
