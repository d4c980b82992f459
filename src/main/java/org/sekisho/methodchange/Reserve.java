package org.sekisho.methodchange;

import java.time.Instant;
import java.util.Comparator;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.Factors;
import org.springframework.stereotype.Component;

/** What people keep for the day on which their other methods are lost. */
@Component
class Reserve {

    private final Factors factors;
    private final FactorCatalog catalog;

    Reserve(Factors factors, FactorCatalog catalog) {
        this.factors = factors;
        this.catalog = catalog;
    }

    /** Whether it is what the person proved last, so that the others may be lost. */
    boolean wasNeeded(AccountId account) {
        return factors.active(account).stream()
                .max(Comparator.comparing(method -> method.lastUsedAt().orElse(Instant.EPOCH)))
                .filter(method -> method.lastUsedAt().isPresent())
                .filter(method -> catalog.type(method.kind()).inReserve())
                .isPresent();
    }
}
