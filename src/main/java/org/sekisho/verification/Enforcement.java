package org.sekisho.verification;

import org.sekisho.directory.AccountId;

/** For whom a second factor is asked at each sign-in. Changes join the transaction of the caller. */
public interface Enforcement {

    void begin(AccountId account);

    void end(AccountId account);

    boolean isOn(AccountId account);
}
