package org.sekisho.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sekisho.process.CaseCensus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in, once after each start of a node, the cases that the engine knows and the archive does not: those of a release that kept
 * no archive. It goes on where it was last, so that only the first time is long.
 */
@Component
class Census {

    private static final Logger log = LoggerFactory.getLogger(Census.class);

    private static final int AT_ONCE = 200;

    private final CaseCensus engine;
    private final JdbcArchivedCases cases;
    private final JdbcCensus progress;
    private final TransactionOperations transaction;
    private final AtomicBoolean done = new AtomicBoolean();

    Census(CaseCensus engine, JdbcArchivedCases cases, JdbcCensus progress, TransactionOperations transaction) {
        this.engine = engine;
        this.cases = cases;
        this.progress = progress;
        this.transaction = transaction;
    }

    /** Takes in a few, and says whether there may be more. */
    boolean takeIn() {
        if (done.get()) {
            return false;
        }
        if (!Boolean.TRUE.equals(transaction.execute(status -> takeInSome()))) {
            done.set(true);
        }
        return !done.get();
    }

    private boolean takeInSome() {
        Instant from = progress.reached().orElse(Instant.EPOCH);
        int most = AT_ONCE;
        List<CaseCensus.Counted> found = engine.since(from, most);
        while (found.size() == most && last(found).equals(from)) {
            // more have begun in one moment than are read at once
            most *= 2;
            found = engine.since(from, most);
        }
        int added = 0;
        for (CaseCensus.Counted counted : found) {
            if (cases.addUnknown(counted.begun(), counted.ended())) {
                added++;
            }
        }
        if (added > 0) {
            log.info("The archive has taken in {} cases of an earlier release", added);
        }
        Optional.of(found).filter(some -> !some.isEmpty()).map(Census::last).ifPresent(progress::reach);
        return found.size() == most;
    }

    private static Instant last(List<CaseCensus.Counted> found) {
        return found.get(found.size() - 1).begun().at();
    }
}
