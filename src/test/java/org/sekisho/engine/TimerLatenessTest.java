package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.ChildNode;

/** On an idle node a timer fires at most 5 s late at p99. Takes about five minutes. */
@Tag("full")
class TimerLatenessTest {

    private static final int TIMERS = 40;

    @Test
    void on_an_idle_node_a_timer_fires_at_most_five_seconds_late() {
        try (ChildNode node = ChildNode.start(IdleNode.class, Integer.toString(TIMERS))) {
            List<Long> lateness = IntStream.range(0, TIMERS)
                    .mapToObj(timer -> Long.valueOf(node.awaitLine(IdleNode.LATENESS, Duration.ofMinutes(3))))
                    .sorted()
                    .toList();
            int nearestRank = (int) Math.ceil(0.99 * TIMERS) - 1;

            System.out.println("lateness of a timer on an idle node: median " + lateness.get(TIMERS / 2) + " ms, p99 "
                    + lateness.get(nearestRank) + " ms");
            assertThat(lateness.get(nearestRank)).as("p99 of %s ms", lateness).isLessThanOrEqualTo(5000);
        }
    }
}
