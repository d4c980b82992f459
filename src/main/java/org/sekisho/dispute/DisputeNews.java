package org.sekisho.dispute;

import org.sekisho.directory.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that ends has nothing left to dispute. */
@Component
class DisputeNews {

    private final Disputes disputes;

    DisputeNews(Disputes disputes) {
        this.disputes = disputes;
    }

    @EventListener
    void on(AccountEnded ended) {
        disputes.accountEnded(ended.account());
    }
}
