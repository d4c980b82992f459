package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.engine.WaitStates;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.recovery.RecoveryRoad.Travellers;
import org.sekisho.testing.ChildNode;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.ProductNode;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A node is killed while a recovery waits at each point where one can: every person gets back in, with one method, the new. */
@Tag("full")
class RestartInRecoveryTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    @Test
    void every_recovery_stands_where_it_stood_and_can_be_finished(@TempDir Path directory) {
        List<Waiting> waiting = new ArrayList<>();
        Instant killedAt;
        try (ChildNode node = ChildNode.start(Node.class, directory.toString())) {
            for (int states = Node.waitStates().size(); states > 0; states--) {
                waiting.add(Waiting.parse(node.awaitLine(Node.CASE, LONG_ENOUGH)));
            }
            killedAt = Instant.parse(node.awaitLine(Node.CLOCK, LONG_ENOUGH));
            node.kill();
        }
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(8);

        try (ConfigurableApplicationContext restarted = ProductNode.start(directory)) {
            restarted.getBean(MutableClock.class).advanceTo(killedAt);
            waiting.forEach(each -> each.stillWaits(restarted));
            waiting.forEach(each -> each.isFinished(restarted));
        }
    }

    /** A case as the node has left it, and what its person's browser holds. */
    private record Waiting(String element, Travellers travellers, CaseId caseId, FactorId lost, String browser) {

        String printed() {
            return String.join(
                    " ",
                    element,
                    travellers.person().toString(),
                    travellers.first().toString(),
                    travellers.second().toString(),
                    caseId.toString(),
                    lost.toString(),
                    browser);
        }

        static Waiting parse(String printed) {
            List<String> words = List.of(printed.split(" ", -1));
            return new Waiting(
                    words.get(0),
                    new Travellers(account(words.get(1)), account(words.get(2)), account(words.get(3))),
                    CaseId.parse(words.get(4)),
                    new FactorId(UUID.fromString(words.get(5))),
                    words.get(6));
        }

        private static AccountId account(String word) {
            return new AccountId(UUID.fromString(word));
        }

        void stillWaits(BeanFactory node) {
            node.getBean(ProcessPlay.class).waitsAt(caseId, element);
            assertThat(factors(node))
                    .as("methods while it waits at %s", element)
                    .containsExactly(lost);
        }

        void isFinished(BeanFactory node) {
            RecoveryRoad.resumed(node, travellers, HereBrowser.holding(browser)).goesOnToTheEnd();
            node.getBean(ProcessPlay.class)
                    .hasPassed(caseId, "serviceTask_replaceMethods", "event_accountRecovered")
                    .nothingIsLeftOf(caseId);
            assertThat(factors(node)).as("methods after %s", element).hasSize(1).doesNotContain(lost);
        }

        private List<FactorId> factors(BeanFactory node) {
            return node.getBean(Factors.class).active(travellers.person()).stream()
                    .map(Factor::id)
                    .toList();
        }
    }

    /** The node: brings a case to every place, tells which, and waits to be killed. */
    static final class Node {

        static final String CASE = "case ";
        static final String CLOCK = "all wait at ";

        private Node() {}

        static List<String> waitStates() {
            return List.copyOf(WaitStates.of(Recoveries.PROCESS));
        }

        public static void main(String[] arguments) throws InterruptedException {
            ConfigurableApplicationContext node = ProductNode.start(Path.of(arguments[0]));
            for (String element : waitStates()) {
                Travellers travellers = Travellers.of(node);
                FactorId lost = node.getBean(Factors.class)
                        .active(travellers.person())
                        .get(0)
                        .id();
                RecoveryRoad road = RecoveryRoad.of(node, travellers);
                CaseId caseId = road.opens();
                road.goesOnTo(element);
                System.out.println(CASE
                        + new Waiting(
                                        element,
                                        travellers,
                                        caseId,
                                        lost,
                                        road.browser().told())
                                .printed());
            }
            System.out.println(CLOCK + node.getBean(MutableClock.class).instant());
            new CountDownLatch(1).await();
        }
    }
}
