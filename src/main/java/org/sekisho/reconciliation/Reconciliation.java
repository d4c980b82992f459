package org.sekisho.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares the engine's log of user operations with the trail: every few minutes what is new, every night and on demand as far
 * back as the policy says. Whatever differs is written down once, told in the log of the node and an event of its own.
 */
@Component
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private static final int MOST_SHOWN = 200;

    /** Transactions are over by then; one that is not is seen at night. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Comparison comparison;
    private final JdbcReconciliation table;
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Staff staff;
    private final TransactionOperations transaction;
    private final ReconciliationProperties policy;
    private final Clock clock;

    Reconciliation(
            Comparison comparison,
            JdbcReconciliation table,
            AuditTrail trail,
            Accounts accounts,
            Staff staff,
            TransactionOperations transaction,
            ReconciliationProperties policy,
            Clock clock) {
        this.comparison = comparison;
        this.table = table;
        this.trail = trail;
        this.accounts = accounts;
        this.staff = staff;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What a comparison came to.
     *
     * @param from since when was compared
     * @param compared how many operations the engine's log has since then
     * @param found those that differ, whether they were known or not
     */
    public record Outcome(Instant from, long compared, List<Difference> found) {

        public Outcome {
            found = List.copyOf(found);
        }

        public int differences() {
            return found.size();
        }
    }

    /**
     * What there is to see.
     *
     * @param since from when on there is an event for each operation; empty before the first node was started
     * @param reached until when both were compared
     * @param differences the newest first, no more than two hundred
     */
    public record Overview(Optional<Instant> since, Optional<Instant> reached, List<Difference> differences) {}

    /**
     * What was found so far; that it was read is an event.
     *
     * @throws AccessDeniedException where the reader is neither auditor nor administrator
     */
    @Transactional
    public Overview overview() {
        demandReader();
        trail.record("reconciliation.differences-read", Optional.empty(), Optional.empty(), "shown", Map.of());
        Optional<JdbcReconciliation.Progress> progress = table.progress();
        return new Overview(
                progress.map(JdbcReconciliation.Progress::since),
                progress.map(JdbcReconciliation.Progress::reached),
                table.differences(MOST_SHOWN));
    }

    /** What those are called who have done something that differs. */
    public Map<AccountId, String> names(List<Difference> differences) {
        demandReader();
        return accounts
                .findAll(differences.stream()
                        .flatMap(difference -> difference.actor().stream())
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(Account::id, Account::name));
    }

    /**
     * An auditor compares, as far back as the policy says. Called outside any transaction.
     *
     * @throws AccessDeniedException where whoever asks is neither auditor nor administrator
     */
    public Outcome asked() {
        demandReader();
        Outcome outcome = compareAll();
        transaction.executeWithoutResult(status -> trail.record(
                "reconciliation.asked",
                Optional.empty(),
                Optional.empty(),
                outcome.differences() == 0 ? "agrees" : "differs",
                Map.of("compared", Long.toString(outcome.compared()))));
        return outcome;
    }

    /** Compares as far back as the policy says, in the name of the operator of the machine. Called outside any transaction. */
    public Outcome compareAll() {
        Instant now = clock.instant();
        Instant reach = now.minus(policy.reach());
        Instant from = table.progress()
                .map(JdbcReconciliation.Progress::since)
                .filter(reach::isBefore)
                .orElse(reach);
        if (table.progress().isEmpty()) {
            return new Outcome(now, 0, List.of());
        }
        // what happens in this very moment is compared as well: both say it, or neither
        return compare(from, now.plusMillis(1));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        table.begin(clock.instant());
    }

    /** What is new. */
    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void compareNews() {
        table.progress().ifPresent(progress -> {
            Instant before = progress.reached().minus(OVERLAP);
            Instant until = clock.instant().minus(SETTLED);
            Instant from = before.isBefore(progress.since()) ? progress.since() : before;
            if (from.isBefore(until)) {
                compare(from, until);
                table.reached(until);
            }
        });
    }

    @Scheduled(cron = "0 40 4 * * *")
    void compareAtNight() {
        compareAll();
    }

    private Outcome compare(Instant from, Instant until) {
        List<Difference> found = new ArrayList<>();
        long compared = comparison.compare(from, until, found::add);
        found.forEach(this::tell);
        return new Outcome(from, compared, found);
    }

    private void tell(Difference found) {
        boolean isNew;
        try {
            isNew = Boolean.TRUE.equals(transaction.execute(status -> {
                if (!table.add(found)) {
                    return false;
                }
                trail.record(
                        "reconciliation.difference-found",
                        Optional.empty(),
                        found.caseId().map(CaseId::value),
                        found.kind().key(),
                        Map.of("operation", found.operation(), "what", found.what(), "target", found.target()));
                return true;
            }));
        } catch (DuplicateKeyException another) {
            // another node has found it in the same moment
            isNew = false;
        }
        if (isNew) {
            log.error(
                    "The engine's log and the trail differ: operation {} ({} {}) of {} is {}",
                    found.operation(),
                    found.what(),
                    found.target(),
                    found.at(),
                    found.kind().key());
        }
    }

    private void demandReader() {
        staff.demand(Role.AUDITING, "the comparison of the engine's log with the trail");
    }
}
