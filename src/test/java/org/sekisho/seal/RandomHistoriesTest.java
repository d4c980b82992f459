package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * However writing, failing, sealing, rotating and verifying follow one another, a trail that nobody touched is intact, and one
 * thing done to it is found and named.
 */
@SekishoTest
class RandomHistoriesTest {

    private static final int HISTORIES = 60;
    private static final int ACTS = 25;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private SealKeys keys;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void nothing_is_found_where_nothing_was_done_and_all_that_was_done_is_found() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            JdbcTampering tampering = new JdbcTampering(jdbc);
            tampering.beginAnew();
            happen(1);
            sealer.seal();
            Random random = new Random(seed);
            for (int act = 0; act < ACTS; act++) {
                act(random);
                assertThat(verification.verifyNew().findings())
                        .as("seed %d, act %d", seed, act)
                        .isEmpty();
            }
            happen(1);
            sealer.seal();
            assertThat(verification.verifyAll().findings()).as("seed %d", seed).isEmpty();

            String done = tamper(random, tampering);

            assertThat(verification.verifyAll().findings())
                    .as("seed %d: %s", seed, done)
                    .extracting(Finding::toString)
                    .anyMatch(found -> found.contains(done));
        }
    }

    private void act(Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> happen(1 + random.nextInt(8));
            case 2 -> fail();
            case 3 -> sealer.seal();
            case 4 -> interleave(random);
            default -> {
                clock.advance(Duration.ofHours(random.nextInt(12)));
                if (random.nextInt(5) == 0) {
                    keys.rotate();
                }
            }
        }
    }

    /** What was done, in the words in which it is to be told. */
    private static String tamper(Random random, JdbcTampering tampering) {
        List<Long> sealed = tampering.sealed();
        long victim = sealed.get(random.nextInt(sealed.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                tampering.changeByte(victim, random.nextInt(400));
                return "event " + victim + " of block";
            }
            case 1 -> {
                tampering.remove(victim);
                return "event " + victim + " of block";
            }
            case 2 -> {
                long before = sealed.get(0) - 1_000_000;
                tampering.copy(victim, before);
                return "event " + before + " was inserted";
            }
            default -> {
                tampering.changeColumn(victim, "result", "other");
                return "event " + victim + " of block";
            }
        }
    }

    private void happen(int times) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int time = 0; time < times; time++) {
                trail.record(
                        "test.happened", Optional.of(UUID.randomUUID()), Optional.empty(), "done", Map.of("a", "b"));
            }
        });
    }

    private void fail() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record("test.happened", Optional.empty(), Optional.empty(), "undone", Map.of());
            status.setRollbackOnly();
        });
    }

    /** Two transactions of which the one that wrote first ends last, or never; in between all is sealed. */
    private void interleave(Random random) {
        Thread first = new Thread(() -> {
            TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
            trail.record("test.happened", Optional.empty(), Optional.empty(), "late", Map.of());
            happenElsewhere();
            if (random.nextBoolean()) {
                transactions.commit(status);
            } else {
                transactions.rollback(status);
            }
        });
        first.start();
        join(first);
    }

    private void happenElsewhere() {
        Thread second = new Thread(() -> {
            happen(2);
            sealer.seal();
        });
        second.start();
        join(second);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
