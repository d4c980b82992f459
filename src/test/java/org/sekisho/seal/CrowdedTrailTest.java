package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two hundred write while two nodes seal: no event is lost, doubled or left unsealed. */
@SekishoTest
class CrowdedTrailTest {

    private static final int WRITERS = 200;
    private static final int TRANSACTIONS = 10;
    private static final int EVENTS = 3;

    /** Of so many transactions one fails. */
    private static final int FAILS = 7;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcBlocks blocks;

    @Autowired
    private JdbcGaps gaps;

    @Autowired
    private SealKeys keys;

    @Autowired
    private Clock clock;

    @Autowired
    private TrailVerification verification;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void no_event_is_lost_doubled_or_left_unsealed() throws Exception {
        JdbcTampering database = new JdbcTampering(jdbc);
        database.beginAnew();
        AtomicInteger writing = new AtomicInteger(WRITERS);
        AtomicInteger committed = new AtomicInteger();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            all.add(() -> {
                try {
                    return write(number, committed);
                } finally {
                    writing.decrementAndGet();
                }
            });
        }
        for (int node = 0; node < 2; node++) {
            Sealer sealer = new Sealer(blocks, gaps, keys, clock, transactions);
            all.add(() -> {
                int made = 0;
                while (writing.get() > 0) {
                    made += sealer.seal();
                }
                return made;
            });
        }

        InParallel.all(all);
        new Sealer(blocks, gaps, keys, clock, transactions).seal();

        List<Long> inBlocks = blocks.beyond(0, Integer.MAX_VALUE).stream()
                .flatMap(stored -> stored.block().ids().stream().boxed())
                .toList();
        assertThat(new HashSet<>(inBlocks)).hasSameSizeAs(inBlocks);
        assertThat(inBlocks).containsExactlyInAnyOrderElementsOf(database.events());
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'test.happened'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(committed.get() * EVENTS);
        assertThat(blocks.unsealed(gaps.open())).isZero();
        assertThat(verification.verifyAll().findings()).isEmpty();
    }

    private int write(int writer, AtomicInteger committed) {
        int written = 0;
        for (int number = 0; number < TRANSACTIONS; number++) {
            boolean fails = (writer + number) % FAILS == 0;
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                for (int event = 0; event < EVENTS; event++) {
                    trail.record("test.happened", Optional.empty(), Optional.empty(), "done", Map.of());
                }
                if (fails) {
                    status.setRollbackOnly();
                }
            });
            if (!fails) {
                committed.incrementAndGet();
                written++;
            }
        }
        return written;
    }
}
