package org.sekisho.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the file once to judge it and once more to write it, some rows at a time. */
@Component
class CsvDirectoryImport implements DirectoryImport {

    private static final Logger LOG = LoggerFactory.getLogger(CsvDirectoryImport.class);

    /** Rows looked up and written in one transaction: long enough to be quick, short enough not to hold others up. */
    private static final int ROWS_AT_ONCE = 200;

    private static final int PROBLEMS_KEPT = 1000;

    private final JdbcAccounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    CsvDirectoryImport(
            JdbcAccounts accounts,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.trail = trail;
    }

    @Override
    public ImportReport rehearse(InputStreamSource csv) throws IOException {
        return new Check().of(csv);
    }

    @Override
    public ImportReport run(InputStreamSource csv) throws IOException {
        ImportReport report = rehearse(csv);
        return report.isClean() ? new Writing().of(csv) : report;
    }

    /** What a row means for the account as it is stored. */
    private enum Effect {
        ADDED,
        CHANGED,
        /** Changed, and its person may do less than before. */
        LESSENED,
        ENDED,
        UNCHANGED;

        private static Effect of(DirectoryRow row, Optional<JdbcAccounts.Stored> stored) {
            if (stored.isEmpty()) {
                return ADDED;
            }
            if (row.state() == AccountState.ENDED && stored.get().account().state() != AccountState.ENDED) {
                return ENDED;
            }
            if (!stored.get().differsFrom(row)) {
                return UNCHANGED;
            }
            return stored.get().isLessenedBy(row) ? LESSENED : CHANGED;
        }

        /** Whether more than the account itself hangs on it, so that one that fails must not take others with it. */
        private boolean standsAlone() {
            return this == LESSENED || this == ENDED;
        }
    }

    /** One pass over a file, counting; what is done with the rows differs. */
    private abstract class Pass {

        private final Map<Effect, Integer> counts = new HashMap<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private final List<DirectoryRow> waiting = new ArrayList<>();
        private int problemCount;

        abstract void some(List<DirectoryRow> rows, Map<CommonId, JdbcAccounts.Stored> stored);

        abstract void end();

        final ImportReport of(InputStreamSource csv) throws IOException {
            try (InputStream file = csv.getInputStream()) {
                new DirectoryCsv(this::row, this::problem).read(file);
            }
            flush();
            end();
            problems.sort(Comparator.comparingLong(ImportProblem::line));
            return new ImportReport(
                    this instanceof Writing,
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    counts.getOrDefault(Effect.ADDED, 0),
                    counts.getOrDefault(Effect.CHANGED, 0) + counts.getOrDefault(Effect.LESSENED, 0),
                    counts.getOrDefault(Effect.ENDED, 0),
                    counts.getOrDefault(Effect.UNCHANGED, 0),
                    problems,
                    problemCount);
        }

        void row(DirectoryRow row) {
            waiting.add(row);
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                some(
                        List.copyOf(waiting),
                        accounts.findStored(
                                waiting.stream().map(DirectoryRow::commonId).toList()));
                waiting.clear();
            }
        }

        final void count(Effect effect) {
            counts.merge(effect, 1, Integer::sum);
        }

        final void problem(ImportProblem problem) {
            problemCount++;
            if (problems.size() < PROBLEMS_KEPT) {
                problems.add(problem);
            }
        }

        final void problem(long line, String column, String what, String... arguments) {
            problem(new ImportProblem(line, Optional.of(column), "directory.import." + what, List.of(arguments)));
        }
    }

    private final class Check extends Pass {

        private final Map<CommonId, Long> lines = new HashMap<>();
        private final Map<CommonId, List<Long>> linesByManager = new LinkedHashMap<>();

        @Override
        void row(DirectoryRow row) {
            Long first = lines.putIfAbsent(row.commonId(), row.line());
            if (first != null) {
                problem(row.line(), "common_id", "common-id-twice", first.toString());
            }
            row.manager().ifPresent(manager -> linesByManager
                    .computeIfAbsent(manager, id -> new ArrayList<>())
                    .add(row.line()));
            super.row(row);
        }

        @Override
        void some(List<DirectoryRow> rows, Map<CommonId, JdbcAccounts.Stored> stored) {
            rows.forEach(row -> count(Effect.of(row, Optional.ofNullable(stored.get(row.commonId())))));
        }

        /** Only at the end of the file is it known which managers it does not have. */
        @Override
        void end() {
            Set<CommonId> elsewhere = new HashSet<>(linesByManager.keySet());
            elsewhere.removeAll(lines.keySet());
            elsewhere.removeAll(accounts.findStored(elsewhere).keySet());
            elsewhere.forEach(manager -> linesByManager
                    .getOrDefault(manager, List.of())
                    .forEach(line -> problem(line, "manager", "manager-unknown")));
        }
    }

    private final class Writing extends Pass {

        private final Map<CommonId, Optional<CommonId>> managers = new LinkedHashMap<>();

        @Override
        void some(List<DirectoryRow> rows, Map<CommonId, JdbcAccounts.Stored> stored) {
            transaction.executeWithoutResult(status -> rows.forEach(row -> {
                Optional<JdbcAccounts.Stored> account = Optional.ofNullable(stored.get(row.commonId()));
                switch (Effect.of(row, account)) {
                    case ADDED -> add(row);
                    case CHANGED -> change(account.orElseThrow(), row);
                    case UNCHANGED -> count(Effect.UNCHANGED);
                    case LESSENED, ENDED -> {
                        // in a transaction of its own, below
                    }
                }
            }));
            for (DirectoryRow row : rows) {
                Optional<JdbcAccounts.Stored> account = Optional.ofNullable(stored.get(row.commonId()));
                Effect effect = Effect.of(row, account);
                if (effect.standsAlone()) {
                    alone(account.orElseThrow(), row, effect);
                }
            }
        }

        private void add(DirectoryRow row) {
            AccountId id = new AccountId(UUID.randomUUID());
            accounts.add(id, row);
            if (row.manager().isPresent()) {
                managers.put(row.commonId(), row.manager());
            }
            record("account-added", id);
            count(Effect.ADDED);
        }

        private void change(JdbcAccounts.Stored stored, DirectoryRow row) {
            accounts.change(stored, row);
            if (!stored.manager().equals(row.manager())) {
                managers.put(row.commonId(), row.manager());
            }
            record("account-changed", stored.account().id());
            count(Effect.CHANGED);
        }

        private void alone(JdbcAccounts.Stored stored, DirectoryRow row, Effect effect) {
            AccountId id = stored.account().id();
            boolean ended = effect == Effect.ENDED;
            try {
                transaction.executeWithoutResult(status -> {
                    accounts.change(stored, row);
                    record(ended ? "account-ended" : "account-changed", id);
                    events.publishEvent(ended ? new AccountEnded(id) : new RolesLost(id));
                });
                if (!stored.manager().equals(row.manager())) {
                    managers.put(row.commonId(), row.manager());
                }
                count(effect);
            } catch (RuntimeException e) {
                // the others must not wait for this one; it is as it was and can be imported again
                LOG.error("account {} could not be {}", id, ended ? "ended" : "changed", e);
                problem(row.line(), ended ? "state" : "roles", ended ? "not-ended" : "not-changed");
            }
        }

        @Override
        void end() {
            transaction.executeWithoutResult(status -> managers.forEach(accounts::storeManager));
        }

        private void record(String what, AccountId id) {
            trail.record("directory." + what, Optional.of(id.value()), Optional.empty(), "imported", Map.of());
        }
    }
}
