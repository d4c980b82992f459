package org.sekisho.report;

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
import org.sekisho.notice.Notices;
import org.sekisho.security.Staff;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is unusual in recoveries. It is looked for every quarter of an hour; what is new is an event, and told to the auditors. It
 * accuses nobody: a morning with many lost phones looks the same.
 */
@Component
public class Patterns {

    private static final int MOST_SHOWN = 100;

    private final Watch watch;
    private final JdbcPatterns table;
    private final Accounts accounts;
    private final Notices notices;
    private final AuditTrail trail;
    private final Staff staff;
    private final TransactionOperations transaction;

    Patterns(
            Watch watch,
            JdbcPatterns table,
            Accounts accounts,
            Notices notices,
            AuditTrail trail,
            Staff staff,
            TransactionOperations transaction) {
        this.watch = watch;
        this.table = table;
        this.accounts = accounts;
        this.notices = notices;
        this.trail = trail;
        this.staff = staff;
        this.transaction = transaction;
    }

    /**
     * The newest first, no more than a hundred; that they were read is an event.
     *
     * @throws AccessDeniedException where the reader is neither auditor nor administrator
     */
    @Transactional
    public List<Pattern> found() {
        staff.demand(Role.AUDITING, "the list of unusual patterns");
        trail.record("report.patterns-read", Optional.empty(), Optional.empty(), "shown", Map.of());
        return table.newest(MOST_SHOWN);
    }

    /** What those are called who stand out. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(List<Pattern> patterns) {
        return accounts
                .findAll(patterns.stream()
                        .flatMap(pattern -> pattern.person().stream())
                        .distinct()
                        .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, person -> person.getValue().name()));
    }

    @Scheduled(initialDelay = 10, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void look() {
        watch.look().forEach(this::tell);
    }

    private void tell(Pattern found) {
        try {
            transaction.executeWithoutResult(status -> {
                if (table.add(found)) {
                    trail.record(
                            "report.pattern-found",
                            Optional.empty(),
                            Optional.empty(),
                            found.kind().key(),
                            Map.of(
                                    "pattern",
                                    found.id().toString(),
                                    "cases",
                                    Integer.toString(found.cases().size())));
                    accounts.with(Role.AUDITOR).stream()
                            .map(Account::id)
                            .forEach(auditor -> notices.inform(
                                    auditor,
                                    Optional.empty(),
                                    "unusual-pattern",
                                    auditor + ":" + found.id(),
                                    found.cases().size()));
                }
            });
        } catch (DuplicateKeyException another) {
            // another node has found it in the same moment
        }
    }
}
