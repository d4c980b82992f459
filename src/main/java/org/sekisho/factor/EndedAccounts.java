package org.sekisho.factor;

import org.sekisho.directory.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that ends takes its methods with it. */
@Component
class EndedAccounts {

    private final Factors factors;

    EndedAccounts(Factors factors) {
        this.factors = factors;
    }

    @EventListener
    void on(AccountEnded ended) {
        factors.revokeAll(ended.account(), "account-ended");
    }
}
