package org.sekisho.recovery;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.springframework.stereotype.Component;

/** Keeps apart the two halves of an account: whoever has just reset its password does not reset its methods as well. */
@Component
class PasswordChanges {

    private final Accounts accounts;
    private final RecoveryProperties policy;

    PasswordChanges(Accounts accounts, RecoveryProperties policy) {
        this.accounts = accounts;
        this.policy = policy;
    }

    /** From when on a pass may be made; empty where the directory knows of no change of the password. */
    Optional<Instant> settledAt(AccountId account) {
        return accounts.find(account)
                .flatMap(Account::passwordChangedAt)
                .map(changed -> changed.plus(policy.passwordSettledAfter()));
    }
}
