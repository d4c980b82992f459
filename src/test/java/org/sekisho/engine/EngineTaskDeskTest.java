package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.engine.EngineFixture.Heard;
import org.sekisho.process.Actor;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.MessageName;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskDesk;
import org.sekisho.process.TaskDesk.NotTheirs;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How tasks of groups are shared out, and what is told of it. */
@EngineTest
class EngineTaskDeskTest {

    private static final ProcessKey PARENT = new ProcessKey("fixture-parent");

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TaskDesk desk;

    @Autowired
    private Heard heard;

    @Autowired
    private MutableClock clock;

    @Autowired
    private HistoryService history;

    @Autowired
    private TransactionTemplate transaction;

    private final CaseId caseId = CaseId.next();
    private final UUID holder = UUID.randomUUID();
    private final UUID barred = UUID.randomUUID();
    private final Actor clerk = clerk(UUID.randomUUID());
    private final Actor colleague = clerk(UUID.randomUUID());
    private TaskId task = new TaskId("");

    @BeforeEach
    void a_task_of_two_groups() {
        processes.start(
                PARENT,
                caseId,
                Variables.of(Variable.id("accountId"), holder)
                        .and(Variable.text("affiliation"), "guest")
                        .and(Variable.text("childProcess"), "fixture-child")
                        .and(Barred.VARIABLE, Barred.nobody().and(barred)));
        task = play.taskAs(clerk, caseId, "userTask_approve").id();
    }

    @Test
    void a_task_that_comes_is_told_with_all_that_is_known_of_it() {
        assertThat(heard.last(task))
                .isEqualTo(new OfferedTask(
                        task,
                        caseId,
                        PARENT,
                        "userTask_approve",
                        new FormKey("fixture-approve"),
                        Optional.of(holder),
                        Barred.nobody().and(barred),
                        Set.of("clerks", "leads"),
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        50));
        assertThat(desk.standing()).contains(task);
        assertThat(desk.describe(List.of(task, new TaskId("no-such")))).containsExactly(heard.last(task));
    }

    @Test
    void every_change_is_told_and_logged_in_the_name_of_who_made_it() {
        Instant due = clock.instant().plus(Duration.ofHours(5));
        Instant again = clock.instant().plus(Duration.ofHours(2));

        play.as(clerk, () -> {
            inbox.claim(task);
            assertThat(heard.last(task).assignee()).isEqualTo(clerk.id());
            desk.prioritise(task, 90);
            desk.due(task, Optional.of(due));
            desk.followUp(task, Optional.of(again));
        });

        assertThat(heard.last(task))
                .returns(90, OfferedTask::priority)
                .returns(Optional.of(due), OfferedTask::dueAt)
                .returns(Optional.of(again), OfferedTask::followUpAt);
        assertThat(history.createUserOperationLogQuery().taskId(task.value()).list())
                .extracting(entry -> entry.getUserId() + " " + entry.getOperationType())
                .contains(clerk.id().orElseThrow() + " SetPriority", clerk.id().orElseThrow() + " Claim");
        play.as(clerk, () -> desk.due(task, Optional.empty()));
        assertThat(heard.last(task).dueAt()).isEmpty();
    }

    @Test
    void a_task_is_given_to_a_colleague_and_taken_back() {
        play.as(clerk, () -> desk.assign(task, colleague));
        assertThat(heard.last(task).assignee()).isEqualTo(colleague.id());
        assertThat(play.as(colleague, inbox::own)).extracting(CaseTask::id).containsExactly(task);

        play.as(clerk, () -> desk.takeBack(task));
        assertThat(heard.last(task).assignee()).isEmpty();
    }

    @Test
    void nobody_is_given_a_task_that_they_must_not_work() {
        for (Actor other : List.of(
                clerk(holder), clerk(barred), Actor.person(UUID.randomUUID(), Set.of("others")), Actor.system())) {
            assertThatExceptionOfType(NotTheirs.class).isThrownBy(() -> play.as(clerk, () -> desk.assign(task, other)));
        }
        assertThat(heard.last(task).assignee()).isEmpty();
    }

    @Test
    void who_may_not_work_a_task_does_not_share_it_out() {
        for (Actor other : List.of(clerk(holder), clerk(barred), Actor.person(UUID.randomUUID(), Set.of("others")))) {
            for (Runnable work : List.<Runnable>of(
                    () -> desk.assign(task, colleague),
                    () -> desk.takeBack(task),
                    () -> desk.prioritise(task, 90),
                    () -> desk.due(task, Optional.empty()),
                    () -> desk.followUp(task, Optional.empty()))) {
                assertThatExceptionOfType(TaskUnavailable.class).isThrownBy(() -> play.as(other, work));
            }
        }
    }

    @Test
    void a_task_that_was_completed_is_told_as_gone() {
        play.as(clerk, () -> inbox.complete(task, Variables.none()));

        assertThat(heard.gone).containsEntry(task, true);
        assertThat(desk.standing()).doesNotContain(task);
    }

    @Test
    void a_task_that_its_case_went_on_without_is_told_as_gone() {
        transaction.executeWithoutResult(status -> {
            assertThat(processes.correlate(caseId, new MessageName("fixture-parent.withdrawn"), Variables.none()))
                    .isTrue();
        });

        assertThat(heard.gone).containsEntry(task, false);
    }

    @Test
    void of_many_who_take_a_task_at_once_one_gets_it() throws Exception {
        List<Boolean> taken = InParallel.on(16, () -> {
            try {
                play.as(clerk(UUID.randomUUID()), () -> inbox.claim(task));
                return true;
            } catch (TaskUnavailable late) {
                return false;
            }
        });

        assertThat(taken.stream().filter(won -> won)).hasSize(1);
    }

    @Test
    void who_leaves_a_group_gives_its_tasks_back() {
        play.as(clerk, () -> inbox.claim(task));

        assertThat(desk.takeBackFrom(clerk)).isEmpty();
        assertThat(desk.takeBackFrom(Actor.person(clerk.id().orElseThrow(), Set.of("others"))))
                .extracting(OfferedTask::id)
                .containsExactly(task);
        assertThat(heard.last(task).assignee()).isEmpty();
    }

    private static Actor clerk(UUID person) {
        return Actor.person(person, Set.of("clerks"));
    }
}
