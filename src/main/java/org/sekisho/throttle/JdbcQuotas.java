package org.sekisho.throttle;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Quotas in one table whose rows are locked while something is used. */
@Component
class JdbcQuotas implements Quotas {

    private final JdbcClient jdbc;
    private final JdbcSubjects subjects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcQuotas(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = new JdbcSubjects(jdbc, "quota", "used");
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Verdict use(List<Quota> quotas) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a quota must be used outside any transaction");
        }
        while (true) {
            Optional<Verdict> verdict = transaction.execute(status -> count(quotas));
            if (verdict != null && verdict.isPresent()) {
                return verdict.get();
            }
            quotas.forEach(quota -> subjects.insertWhereAbsent(quota.subject()));
        }
    }

    /** Empty where a row is missing. */
    private Optional<Verdict> count(List<Quota> quotas) {
        Instant now = clock.instant();
        Map<String, Use> uses = new HashMap<>();
        Optional<Verdict.Exceeded> exceeded = Optional.empty();
        for (Quota quota : quotas) {
            Optional<Use> locked = lock(quota.subject());
            if (locked.isEmpty()) {
                return Optional.empty();
            }
            Use use = locked.get().at(now, quota);
            uses.put(quota.subject(), use);
            if (use.used() + quota.amount() > quota.most()
                    && exceeded.map(longest -> use.endsAt().isAfter(longest.until()))
                            .orElse(true)) {
                exceeded = Optional.of(new Verdict.Exceeded(quota, use.endsAt()));
            }
        }
        if (exceeded.isPresent()) {
            return Optional.of(exceeded.get());
        }
        Map<String, Integer> used = new HashMap<>();
        for (Quota quota : quotas) {
            Use before = uses.get(quota.subject());
            if (before != null) {
                used.put(quota.subject(), before.used() + quota.amount());
                store(quota.subject(), before.used() + quota.amount(), before.endsAt());
            }
        }
        return Optional.of(new Verdict.Allowed(Map.copyOf(used)));
    }

    @Override
    public int used(String subject) {
        return jdbc.sql("select used from quota where subject = ? and ends_at > ?")
                .params(subject, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Drops the rows of which nothing counts any more. */
    int dropEnded() {
        return jdbc.sql("delete from quota where ends_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Use> lock(String subject) {
        return jdbc.sql("select used, ends_at from quota where subject = ? for update")
                .param(subject)
                .query((row, number) ->
                        new Use(row.getInt("used"), instant(row.getObject("ends_at", OffsetDateTime.class))))
                .optional();
    }

    private void store(String subject, int used, Instant endsAt) {
        jdbc.sql("update quota set used = ?, ends_at = ? where subject = ?")
                .params(used, endsAt.atOffset(ZoneOffset.UTC), subject)
                .update();
    }

    /** A row without an end has not been used yet: its time may have begun by no other clock than this. */
    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? Instant.MIN : time.toInstant();
    }

    private record Use(int used, Instant endsAt) {

        private Use at(Instant now, Quota quota) {
            return endsAt.isAfter(now) ? this : new Use(0, now.plus(quota.per()));
        }
    }
}
