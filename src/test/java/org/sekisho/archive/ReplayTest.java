package org.sekisho.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TakenDecision;

/** In which order a replay goes, and what belongs to which moment. */
class ReplayTest {

    private static final Instant BEGUN = Instant.parse("2026-11-01T00:00:00Z");
    private static final ProcessKey PARENT = new ProcessKey("parent");
    private static final ProcessKey CHILD = new ProcessKey("child");

    @Test
    void a_called_process_is_gone_through_where_it_was_called_though_all_happened_in_one_moment() {
        Replay replay = Replay.of(
                record(List.of(
                        path(
                                "p",
                                PARENT,
                                Optional.empty(),
                                step("start", 0, 0),
                                call("call", 0, 5, "c"),
                                step("end", 5, 5)),
                        path(
                                "c",
                                CHILD,
                                Optional.of("p"),
                                step("begin", 0, 0),
                                step("wait", 0, 5),
                                step("done", 5, 5)))),
                List.of());

        assertThat(replay.moments())
                .extracting(
                        moment -> moment.path().process() + "/" + moment.step().element())
                .containsExactly(
                        "parent/start", "parent/call", "child/begin", "child/wait", "child/done", "parent/end");
        CasePath parent = replay.record().paths().get(0);
        Replay.Seen seen = replay.seen(parent, 3);
        assertThat(seen.passed()).containsExactly("start");
        assertThat(seen.standing()).containsExactly("call");
        assertThat(replay.seen(parent, 5).passed()).containsExactly("call", "start");
        assertThat(replay.seen(parent, 5).standing()).containsExactly("end");
    }

    @Test
    void an_event_is_told_where_its_step_was_or_else_at_the_last_moment_before_it() {
        Replay replay = Replay.of(
                record(List.of(path("p", PARENT, Optional.empty(), step("a", 0, 1), step("b", 1, 4), step("c", 4, 9)))),
                List.of(
                        event(-5, Optional.empty()),
                        event(2, Optional.of("parent/a@1")),
                        event(3, Optional.empty()),
                        event(20, Optional.empty())));

        assertThat(replay.moments().stream().map(moment -> moment.events().size()))
                .containsExactly(2, 1, 1);
    }

    @Test
    void a_decision_belongs_to_the_step_that_asked_each_time_anew() {
        CaseRecord record = record(
                List.of(path("p", PARENT, Optional.empty(), step("ask", 0, 0), step("wait", 0, 3), step("ask", 3, 3))),
                decision("ask", 0, "first"),
                decision("ask", 3, "second"));
        Replay replay = Replay.of(record, List.of());

        assertThat(replay.moments())
                .extracting(moment -> moment.decision().map(TakenDecision::name).orElse(""))
                .containsExactly("first", "", "second");
    }

    private static CaseRecord record(List<CasePath> paths, TakenDecision... decisions) {
        return new CaseRecord(
                1,
                CaseId.next(),
                PARENT,
                Optional.empty(),
                BEGUN,
                Optional.of(at(9)),
                CaseState.COMPLETED,
                Optional.of("end"),
                paths,
                List.of(decisions),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static TakenDecision decision(String element, int at, String name) {
        return new TakenDecision(new DecisionKey("policy"), name, 1, element, at(at), List.of(), List.of());
    }

    private static CasePath path(String id, ProcessKey process, Optional<String> caller, CasePath.Step... steps) {
        return new CasePath(id, caller, process, 1, BEGUN, Optional.of(at(9)), List.of(steps), Set.of());
    }

    private static CasePath.Step step(String element, int from, int to) {
        return new CasePath.Step(
                element,
                element,
                at(from),
                Optional.of(at(to)),
                false,
                false,
                Optional.empty(),
                CasePath.Kind.MACHINE,
                Optional.empty());
    }

    private static CasePath.Step call(String element, int from, int to, String called) {
        return new CasePath.Step(
                element,
                element,
                at(from),
                Optional.of(at(to)),
                false,
                false,
                Optional.of(called),
                CasePath.Kind.CALL,
                Optional.empty());
    }

    private static AuditEvent event(int at, Optional<String> step) {
        return new AuditEvent(
                at(at),
                Optional.of(UUID.randomUUID()),
                "fixture.done",
                Optional.empty(),
                Optional.empty(),
                step,
                "done",
                Map.of());
    }

    private static Instant at(int seconds) {
        return BEGUN.plusSeconds(seconds);
    }
}
