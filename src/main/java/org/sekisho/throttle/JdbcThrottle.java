package org.sekisho.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in one table whose rows are locked while a try is counted. Rows are locked in the order of their subjects, so that
 * tries under several limits do not deadlock.
 */
@Component
class JdbcThrottle implements Throttle {

    private final JdbcClient jdbc;
    private final JdbcSubjects subjects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcThrottle(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = new JdbcSubjects(jdbc, "throttle", "failures");
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Verdict take(List<Limit> limits) {
        demandNoTransaction();
        List<Limit> sorted = sorted(limits);
        while (true) {
            Optional<Verdict> verdict = transaction.execute(status -> count(sorted));
            if (verdict != null && verdict.isPresent()) {
                return verdict.get();
            }
            sorted.forEach(limit -> subjects.insertWhereAbsent(limit.subject()));
        }
    }

    /** Counts a try; empty where a row is missing. */
    private Optional<Verdict> count(List<Limit> limits) {
        Instant now = clock.instant();
        List<Count> counts = new ArrayList<>();
        for (Limit limit : limits) {
            Optional<Count> count = lock(limit.subject()).map(locked -> locked.at(now));
            if (count.isEmpty()) {
                return Optional.empty();
            }
            counts.add(count.get());
        }
        Instant waitUntil = now;
        int triesLeft = Integer.MAX_VALUE;
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            Count count = counts.get(i);
            if (count.failures() >= limit.most()) {
                return Optional.of(new Verdict.Exhausted(limit.subject()));
            }
            Instant until = count.waitUntil(limit).orElse(now);
            waitUntil = until.isAfter(waitUntil) ? until : waitUntil;
            triesLeft = Math.min(triesLeft, limit.most() - count.failures() - 1);
        }
        if (waitUntil.isAfter(now)) {
            return Optional.of(new Verdict.Wait(waitUntil));
        }
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            Count count = counts.get(i);
            store(
                    limit.subject(),
                    new Count(
                            count.failures() + 1,
                            now,
                            count.failedAt(),
                            limit.forgetAfter().isZero() ? null : now.plus(limit.forgetAfter())));
        }
        return Optional.of(new Verdict.Allowed(triesLeft));
    }

    @Override
    public void succeeded(List<Limit> limits) {
        demandNoTransaction();
        transaction.executeWithoutResult(status -> sorted(limits).stream()
                .filter(limit -> lock(limit.subject()).isPresent())
                .forEach(limit -> store(limit.subject(), Count.NONE)));
    }

    @Override
    public void giveBack(List<Limit> limits) {
        demandNoTransaction();
        transaction.executeWithoutResult(status -> {
            for (Limit limit : sorted(limits)) {
                lock(limit.subject())
                        .filter(count -> count.failures() > 0)
                        .ifPresent(count -> store(
                                limit.subject(),
                                new Count(
                                        count.failures() - 1,
                                        count.failedBeforeAt(),
                                        count.failedBeforeAt(),
                                        count.forgetAt())));
            }
        });
    }

    @Override
    public int failures(String subject) {
        return jdbc.sql("""
                        select failures, failed_at, failed_before_at, forget_at from throttle where subject = ?""")
                .param(subject)
                .query((row, number) -> count(row))
                .optional()
                .map(count -> count.at(clock.instant()).failures())
                .orElse(0);
    }

    @Override
    public void forget(String subject) {
        jdbc.sql("delete from throttle where subject = ?").param(subject).update();
    }

    /** Drops the rows whose failures are forgotten by now. */
    int dropForgotten() {
        return jdbc.sql("delete from throttle where forget_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Count> lock(String subject) {
        return jdbc.sql("""
                        select failures, failed_at, failed_before_at, forget_at from throttle where subject = ? for update""").param(subject).query((row, number) -> count(row)).optional();
    }

    private void store(String subject, Count count) {
        jdbc.sql("""
                        update throttle set failures = ?, failed_at = ?, failed_before_at = ?, forget_at = ? where subject = ?""")
                .params(
                        count.failures(),
                        utc(count.failedAt()),
                        utc(count.failedBeforeAt()),
                        utc(count.forgetAt()),
                        subject)
                .update();
    }

    private static Count count(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Count(
                row.getInt("failures"),
                instant(row.getObject("failed_at", OffsetDateTime.class)),
                instant(row.getObject("failed_before_at", OffsetDateTime.class)),
                instant(row.getObject("forget_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static List<Limit> sorted(List<Limit> limits) {
        return limits.stream().sorted(Comparator.comparing(Limit::subject)).toList();
    }

    private static void demandNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a try must be counted outside any transaction");
        }
    }

    private record Count(
            int failures,
            @Nullable Instant failedAt,
            @Nullable Instant failedBeforeAt,
            @Nullable Instant forgetAt) {

        private static final Count NONE = new Count(0, null, null, null);

        /** What still counts at the moment given. */
        private Count at(Instant now) {
            return forgetAt != null && !forgetAt.isAfter(now) ? NONE : this;
        }

        private Optional<Instant> waitUntil(Limit limit) {
            if (failedAt == null
                    || failures <= limit.freeTries()
                    || limit.firstWait().isZero()) {
                return Optional.empty();
            }
            Duration wait = limit.firstWait();
            for (int n = limit.freeTries() + 1; n < failures && wait.compareTo(limit.longestWait()) < 0; n++) {
                wait = wait.multipliedBy(2);
            }
            return Optional.of(failedAt.plus(wait.compareTo(limit.longestWait()) < 0 ? wait : limit.longestWait()));
        }
    }
}
