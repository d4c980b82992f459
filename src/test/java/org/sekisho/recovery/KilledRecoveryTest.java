package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.recovery.RecoveryRoad.Travellers;
import org.sekisho.testing.ChildNode;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.ProductNode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node dies without warning at any instruction of people's recoveries, again and again: at every moment each has either their
 * old method or the new one, and in the end each is back in, by one case.
 */
@Tag("full")
class KilledRecoveryTest {

    private static final int KILLS = 12;
    private static final int PEOPLE = 25;

    /** About as many as one recovery and a half have. */
    private static final int STEPS = 12;

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    /** A fixed seed: a failure can be looked at again, as far as a killed process repeats itself. */
    private final Random random = new Random(20260401);

    @Test
    void every_person_has_a_method_at_every_moment_and_is_back_in_at_the_end(@TempDir Path directory) {
        Map<String, Integer> foundAt = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildNode node = ChildNode.start(Node.class, directory.toString())) {
                foundAt.merge(node.awaitLine(Node.READY, LONG_ENOUGH), 1, Integer::sum);
                for (int steps = 1 + random.nextInt(STEPS); steps > 0; steps--) {
                    node.awaitLine(Node.STEP, LONG_ENOUGH);
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100_000)));
                node.kill();
            }
            everybodyHasOneMethod(directory);
        }
        System.out.println("nodes that took over found recoveries at " + foundAt);
        assertThat(foundAt).as("where nodes died").hasSizeGreaterThan(3);

        try (ChildNode node = ChildNode.start(Node.class, directory.toString())) {
            node.awaitLine(Node.ENDED, LONG_ENOUGH);
        }
        everybodyHasOneMethod(directory);
        try (ConfigurableApplicationContext product = ProductNode.start(directory)) {
            Node.people(product).forEach(person -> isBackIn(product, person));
        }
    }

    /** Read from outside, as the dead node has left it. */
    private static void everybodyHasOneMethod(Path directory) {
        List<Integer> methods = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:"
                        + directory.resolve("sekisho") + ";USER=sa;OPTIMIZE_REUSE_RESULTS=0;MAX_COMPACT_TIME=0"))
                .sql("select (select count(*) from factor f where f.account_id = a.id and f.state = 'ACTIVE')"
                        + " from account a where a.unit = :unit")
                .param("unit", Node.UNIT)
                .query(Integer.class)
                .list();
        assertThat(methods).hasSize(PEOPLE).containsOnly(1);
    }

    private static void isBackIn(ConfigurableApplicationContext product, AccountId person) {
        Recovery last = product.getBean(JdbcRecoveries.class).newest(person).orElseThrow();
        assertThat(last.state()).isEqualTo(RecoveryState.RECOVERED);
        product.getBean(ProcessPlay.class)
                .hasPassed(last.caseId(), "serviceTask_replaceMethods", "event_accountRecovered")
                .nothingIsLeftOf(last.caseId());
        assertThat(product.getBean(Factors.class).active(person))
                .extracting(Factor::boundIn)
                .containsExactly(last.caseId());
    }

    /** The node: leads one person after the other back in, from wherever the node before has left them. */
    static final class Node {

        static final String READY = "ready ";
        static final String STEP = "step";
        static final String ENDED = "ended";
        static final String UNIT = "cut-off";

        private Node() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path directory = Path.of(arguments[0]);
            ConfigurableApplicationContext node = ProductNode.start(directory);
            JdbcClient jdbc = node.getBean(JdbcClient.class);
            jdbc.sql("select max(at) from audit_event")
                    .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                    .single()
                    .ifPresent(last -> node.getBean(MutableClock.class).advanceTo(last.toInstant()));
            node.getBean(TransactionTemplate.class).executeWithoutResult(status -> settle(node));
            System.out.println(READY + openPlace(node));
            List<AccountId> agents = accounts(node, UNIT + "-helpdesk");
            for (AccountId person : people(node)) {
                goesOn(
                        node,
                        new Travellers(person, agents.get(0), agents.get(1)),
                        directory.resolve(person.toString()));
            }
            System.out.println(ENDED);
            new CountDownLatch(1).await();
        }

        static List<AccountId> people(ConfigurableApplicationContext node) {
            return accounts(node, UNIT);
        }

        private static List<AccountId> accounts(ConfigurableApplicationContext node, String unit) {
            return node.getBean(JdbcClient.class)
                    .sql("select id from account where unit = :unit order by common_id")
                    .param("unit", unit)
                    .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                    .list();
        }

        private static void settle(ConfigurableApplicationContext node) {
            if (people(node).isEmpty()) {
                Travellers.inUnit(node, UNIT, PEOPLE);
            }
        }

        private static String openPlace(ConfigurableApplicationContext node) {
            return people(node).stream()
                    .flatMap(person -> node.getBean(JdbcRecoveries.class).open(person).stream())
                    .flatMap(open -> node.getBean(Processes.class).waitsAt(open.caseId()).stream())
                    .findFirst()
                    .orElse("no case");
        }

        /** A browser that had no answer when the node died knows nothing of the case: the person begins again. */
        private static void goesOn(ConfigurableApplicationContext node, Travellers travellers, Path held) {
            boolean over = node.getBean(JdbcRecoveries.class)
                    .newest(travellers.person())
                    .filter(last -> last.state() == RecoveryState.RECOVERED)
                    .isPresent();
            if (over) {
                return;
            }
            try {
                HereBrowser browser =
                        Files.exists(held) ? HereBrowser.holding(Files.readString(held)) : new HereBrowser();
                RecoveryRoad road = RecoveryRoad.resumed(node, travellers, browser);
                Optional<CaseId> open = road.caseId();
                if (open.isPresent() && !Files.exists(held)) {
                    road.ends();
                }
                if (road.caseId().isEmpty()) {
                    road.opens();
                    Files.writeString(held, road.browser().told());
                }
                road.goesOnToTheEnd(() -> System.out.println(STEP));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
