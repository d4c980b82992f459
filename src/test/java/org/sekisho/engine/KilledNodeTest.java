package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseId;
import org.sekisho.process.MessageName;
import org.sekisho.process.Processes;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.ChildNode;
import org.springframework.context.ConfigurableApplicationContext;

/** A node dies without warning: every case waits on where it waited, and what was not committed never was. */
class KilledNodeTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @Test
    void no_case_is_lost_when_a_node_is_killed(@TempDir Path directory) {
        Path database = directory.resolve("sekisho");
        Map<String, CaseId> waiting;
        CaseId uncommitted;
        try (ChildNode node = ChildNode.start(FixtureNode.class, database.toString())) {
            waiting = parse(node.awaitLine(FixtureNode.READY, LONG_ENOUGH));
            uncommitted = CaseId.parse(node.awaitLine(FixtureNode.UNCOMMITTED, LONG_ENOUGH));
            node.kill();
        }

        try (ConfigurableApplicationContext restarted = FixtureNode.start(database)) {
            ProcessPlay play = restarted.getBean(ProcessPlay.class);
            Processes processes = restarted.getBean(Processes.class);
            assertThat(waiting).hasSize(4);
            waiting.forEach((element, caseId) -> play.waitsAt(caseId, element));
            assertThat(restarted.getBean(CaseHistory.class).passed(uncommitted)).isEmpty();

            CaseId caseId = Objects.requireNonNull(waiting.get("task_bookWork"));
            play.runJobs(caseId).waitsAt(caseId, "gateway_answer");
            processes.correlate(caseId, new MessageName("fixture-parent.answered"), Variables.none());
            Actor holder = Actor.person(processes.variables(caseId).get(Variable.id("accountId")), Set.of());
            play.completeAs(holder, caseId, "userTask_confirm", Variables.none())
                    .hasEnded(caseId)
                    .nothingIsLeftOf(caseId);
            CaseId unanswered = Objects.requireNonNull(waiting.get("gateway_answer"));
            play.fireTimer(unanswered, "event_unanswered").hasEnded(unanswered);
        }
    }

    private static Map<String, CaseId> parse(String printed) {
        Map<String, CaseId> waiting = new TreeMap<>();
        Matcher entries = Pattern.compile("(\\w+)=([0-9a-f-]{36})").matcher(printed);
        while (entries.find()) {
            waiting.put(entries.group(1), new CaseId(UUID.fromString(entries.group(2))));
        }
        return waiting;
    }
}
