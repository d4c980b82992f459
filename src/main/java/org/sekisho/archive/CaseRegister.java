package org.sekisho.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.BegunCase;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseListener;
import org.sekisho.process.EndedCase;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the list of cases in step with the engine. What happens to a case in one transaction is written at its end and together:
 * a case costs a row when it begins and as much again each time that it comes to rest elsewhere.
 */
@Component
class CaseRegister implements CaseListener {

    private final JdbcArchivedCases cases;

    CaseRegister(JdbcArchivedCases cases) {
        this.cases = cases;
    }

    @Override
    public void began(BegunCase begun) {
        change(begun).begins = true;
    }

    @Override
    public void reached(BegunCase begun, ProcessKey process, String element) {
        change(begun).step = new ArchivedCase.Step(process, element);
    }

    @Override
    public void ended(BegunCase begun, EndedCase ended) {
        change(begun).end = ended;
    }

    private Change change(BegunCase begun) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Changes.class::isInstance)
                .map(Changes.class::cast)
                .findFirst()
                .orElseGet(this::ofThisTransaction)
                .of(begun);
    }

    private Changes ofThisTransaction() {
        Changes changes = new Changes();
        TransactionSynchronizationManager.registerSynchronization(changes);
        return changes;
    }

    /** What has become of cases in one transaction. */
    private final class Changes implements TransactionSynchronization {

        private final Map<CaseId, Change> byCase = new LinkedHashMap<>();

        Change of(BegunCase begun) {
            return byCase.computeIfAbsent(begun.id(), id -> new Change(begun));
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            byCase.values().forEach(change -> change.write(cases));
        }
    }

    /** What has become of one. */
    private static final class Change {

        private final BegunCase begun;
        private boolean begins;
        private ArchivedCase.@Nullable Step step;
        private @Nullable EndedCase end;

        Change(BegunCase begun) {
            this.begun = begun;
        }

        void write(JdbcArchivedCases cases) {
            Optional<ArchivedCase.Step> reached = Optional.ofNullable(step);
            Optional<EndedCase> ended = Optional.ofNullable(end);
            if (begins || !cases.change(begun.id(), reached, ended)) {
                // one that an earlier release began may not be listed yet
                cases.add(begun, reached, ended);
            }
        }
    }
}
