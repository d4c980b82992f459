package org.sekisho.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseId;
import org.sekisho.testing.ChildNode;
import org.sekisho.testing.MutableClock;
import org.springframework.context.ConfigurableApplicationContext;

/** A node is killed while a case waits at each point where one can: nothing is lost, and every case goes on to its end. */
@Tag("full")
class RestartAtEveryWaitStateTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    @Test
    void every_case_stands_where_it_stood_and_can_be_finished(@TempDir Path directory) {
        List<WaitingCase> waiting = new ArrayList<>();
        Instant killedAt;
        CaseId uncommitted;
        try (ChildNode node = ChildNode.start(WaitingNode.class, directory.toString())) {
            for (int states = WaitingNode.waitStates().size(); states > 0; states--) {
                waiting.add(WaitingCase.parse(node.awaitLine(WaitingNode.CASE, LONG_ENOUGH)));
            }
            killedAt = Instant.parse(node.awaitLine(WaitingNode.CLOCK, LONG_ENOUGH));
            uncommitted = CaseId.parse(node.awaitLine(WaitingNode.UNCOMMITTED, LONG_ENOUGH));
            node.kill();
        }
        assertThat(waiting)
                .extracting(WaitingCase::element)
                .as("the model's own wait states")
                .containsExactlyElementsOf(WaitingNode.waitStates())
                .hasSizeGreaterThanOrEqualTo(15);

        try (ConfigurableApplicationContext restarted = WaitingNode.start(directory)) {
            restarted.getBean(MutableClock.class).advanceTo(killedAt);
            waiting.forEach(each -> each.stillWaits(restarted));
            assertThat(restarted.getBean(CaseHistory.class).passed(uncommitted)).isEmpty();

            // what was begun last has the shortest time left
            Collections.reverse(waiting);
            waiting.forEach(each -> each.isFinished(restarted));
        }
    }
}
