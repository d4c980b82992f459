package org.sekisho.vouching;

import org.sekisho.directory.AccountEnded;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account that ends answers nothing any more, and names nobody. */
@Component
class VouchingNews {

    private final JdbcVouchings vouchings;
    private final JdbcContactPersons contactPersons;
    private final Processes processes;

    VouchingNews(JdbcVouchings vouchings, JdbcContactPersons contactPersons, Processes processes) {
        this.vouchings = vouchings;
        this.contactPersons = contactPersons;
        this.processes = processes;
    }

    @EventListener
    void on(AccountEnded ended) {
        vouchings
                .openTo(ended.account())
                .forEach(vouching ->
                        processes.correlate(vouching.caseId(), Vouchings.NO_LONGER_NEEDED, Variables.none()));
        contactPersons.forget(ended.account());
    }
}
