package org.sekisho.security;

import org.sekisho.directory.AccountId;

/** The sessions of accounts, on every node. */
public interface Sessions {

    /** Ends every session of the account that began before now. Joins the transaction of the caller. */
    void endAll(AccountId account);

    /** Ends every session of the account but the given one. Joins the transaction of the caller. */
    void endOthers(AccountId account, SessionKey except);
}
