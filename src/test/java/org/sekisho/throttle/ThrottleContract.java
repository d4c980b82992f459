package org.sekisho.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.testing.MutableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a throttle does on any database. The pool is that of the product: 20 connections for 64 threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThrottleContract {

    private static final int THREADS = 64;

    private final MutableClock clock = new MutableClock();
    private HikariDataSource pool;
    private JdbcTransactionManager transactions;
    private JdbcThrottle throttle;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        pool = new HikariDataSource();
        pool.setDataSource(database());
        pool.setMaximumPoolSize(20);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        transactions = new JdbcTransactionManager(pool);
        throttle = new JdbcThrottle(JdbcClient.create(pool), transactions, clock);
    }

    @AfterAll
    void stop() {
        pool.close();
    }

    @Test
    void of_64_parallel_tries_exactly_the_limit_is_allowed() throws Exception {
        List<Limit> limits = List.of(Limit.hard(subject(), 10));
        List<Verdict> verdicts = inParallel(() -> throttle.take(limits));
        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(10);
        assertThat(verdicts).filteredOn(Verdict.Exhausted.class::isInstance).hasSize(THREADS - 10);
        assertThat(throttle.failures(limits.get(0).subject())).isEqualTo(10);
    }

    @Test
    void the_tightest_of_several_limits_is_exact_in_parallel_and_the_others_count_only_what_was_allowed()
            throws Exception {
        Limit hard = Limit.hard(subject(), 10);
        Limit bucket = Limit.hard(subject(), 7);
        List<Limit> there = List.of(hard, bucket);
        List<Limit> back = List.of(bucket, hard);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.addAll(inParallel(() -> throttle.take(Thread.currentThread().getId() % 2 == 0 ? there : back)));
        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(7);
        assertThat(throttle.failures(hard.subject())).isEqualTo(7);
        assertThat(throttle.failures(bucket.subject())).isEqualTo(7);
    }

    @Test
    void in_parallel_no_more_than_one_try_passes_once_waits_have_begun() throws Exception {
        List<Limit> limits = List.of(growing(subject()));
        List<Verdict> verdicts = inParallel(() -> throttle.take(limits));
        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(5);
        clock.advance(Duration.ofSeconds(5));
        verdicts = inParallel(() -> throttle.take(limits));
        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(1);
    }

    @Test
    void from_the_fifth_failure_waits_grow_up_to_the_longest() {
        List<Limit> limits = List.of(growing(subject()));
        for (int n = 1; n <= 5; n++) {
            assertThat(throttle.take(limits)).isInstanceOf(Verdict.Allowed.class);
        }
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
            Instant until = clock.instant().plusSeconds(seconds);
            assertThat(throttle.take(limits)).isEqualTo(new Verdict.Wait(until));
            clock.advanceTo(until.minusMillis(1));
            assertThat(throttle.take(limits)).isEqualTo(new Verdict.Wait(until));
            clock.advanceTo(until);
            assertThat(throttle.take(limits)).isInstanceOf(Verdict.Allowed.class);
        }
    }

    @Test
    void tries_left_are_those_of_the_tightest_limit() {
        List<Limit> limits = List.of(Limit.hard(subject(), 10), Limit.hard(subject(), 2));
        assertThat(throttle.take(limits)).isEqualTo(new Verdict.Allowed(1));
        assertThat(throttle.take(limits)).isEqualTo(new Verdict.Allowed(0));
        assertThat(throttle.take(limits))
                .isEqualTo(new Verdict.Exhausted(limits.get(1).subject()));
    }

    @Test
    void a_refused_try_counts_under_no_limit() {
        Limit tight = Limit.hard(subject(), 1);
        Limit wide = Limit.hard(subject(), 10);
        throttle.take(List.of(tight, wide));
        throttle.take(List.of(tight, wide));
        assertThat(throttle.failures(wide.subject())).isEqualTo(1);
    }

    @Test
    void success_starts_again_at_zero_without_waits() {
        List<Limit> limits = List.of(growing(subject()));
        for (int n = 1; n <= 5; n++) {
            throttle.take(limits);
        }
        throttle.succeeded(limits);
        assertThat(throttle.failures(limits.get(0).subject())).isZero();
        for (int n = 1; n <= 5; n++) {
            assertThat(throttle.take(limits)).isInstanceOf(Verdict.Allowed.class);
        }
        assertThat(throttle.take(limits)).isInstanceOf(Verdict.Wait.class);
    }

    @Test
    void a_try_given_back_neither_counts_nor_prolongs_the_wait() {
        List<Limit> limits = List.of(growing(subject()));
        for (int n = 1; n <= 5; n++) {
            throttle.take(limits);
        }
        clock.advance(Duration.ofSeconds(5));
        assertThat(throttle.take(limits)).isInstanceOf(Verdict.Allowed.class);
        throttle.giveBack(limits);
        assertThat(throttle.failures(limits.get(0).subject())).isEqualTo(5);
        assertThat(throttle.take(limits)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void giving_back_never_goes_below_zero() {
        List<Limit> limits = List.of(growing(subject()));
        throttle.giveBack(limits);
        throttle.take(limits);
        throttle.giveBack(limits);
        throttle.giveBack(limits);
        assertThat(throttle.failures(limits.get(0).subject())).isZero();
    }

    @Test
    void failures_are_forgotten_after_the_time_told_and_not_before() {
        Limit limit = new Limit(subject(), 2, 2, Duration.ZERO, Duration.ZERO, Duration.ofHours(1));
        throttle.take(List.of(limit));
        throttle.take(List.of(limit));
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(throttle.take(List.of(limit))).isInstanceOf(Verdict.Exhausted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.failures(limit.subject())).isZero();
        assertThat(throttle.take(List.of(limit))).isEqualTo(new Verdict.Allowed(1));
    }

    @Test
    void rows_that_are_forgotten_are_dropped_and_hard_limits_stay() {
        Limit hard = Limit.hard(subject(), 2);
        Limit brief = new Limit(subject(), 2, 2, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
        throttle.take(List.of(hard, brief));
        clock.advance(Duration.ofDays(400));
        assertThat(throttle.dropForgotten()).isPositive();
        assertThat(throttle.failures(hard.subject())).isEqualTo(1);
        assertThat(throttle.take(List.of(hard, brief))).isEqualTo(new Verdict.Allowed(0));
    }

    @Test
    void a_forgotten_subject_starts_anew() {
        Limit limit = Limit.hard(subject(), 1);
        throttle.take(List.of(limit));
        throttle.forget(limit.subject());
        assertThat(throttle.take(List.of(limit))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void within_a_transaction_nothing_is_counted() {
        List<Limit> limits = List.of(Limit.hard(subject(), 1));
        assertThatThrownBy(() ->
                        new TransactionTemplate(transactions).executeWithoutResult(status -> throttle.take(limits)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(throttle.failures(limits.get(0).subject())).isZero();
    }

    private static String subject() {
        return "test:" + UUID.randomUUID();
    }

    private static Limit growing(String subject) {
        return new Limit(subject, 1000, 4, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ZERO);
    }

    private static List<Verdict> inParallel(java.util.function.Supplier<Verdict> take) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Verdict>> tries = Collections.nCopies(THREADS, take).stream()
                    .map(supplier -> threads.submit(() -> {
                        start.await();
                        return supplier.get();
                    }))
                    .toList();
            start.countDown();
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> each : tries) {
                verdicts.add(each.get());
            }
            return verdicts;
        } finally {
            threads.shutdownNow();
        }
    }
}
