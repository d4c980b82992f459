package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.engine.EngineFixture.BookWork;
import org.sekisho.process.Actor;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.FormKey;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessError;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.Processes;
import org.sekisho.process.RunningStep;
import org.sekisho.process.StalledSteps;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.MutableClock;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class EnginePortsTest {

    private static final ProcessKey PARENT = new ProcessKey("fixture-parent");
    private static final ProcessKey CHILD = new ProcessKey("fixture-child");
    private static final MessageName ANSWERED = new MessageName("fixture-parent.answered");
    private static final MessageName WITHDRAWN = new MessageName("fixture-parent.withdrawn");
    private static final Variable<UUID> ACCOUNT_ID = Variable.id("accountId");
    private static final Variable<String> AFFILIATION = Variable.text("affiliation");
    private static final Variable<String> CHILD_PROCESS = Variable.text("childProcess");
    private static final Variable<String> OUTCOME = Variable.text("outcome");
    private static final Variable<String> DECISION = Variable.text("decision");
    private static final Variable<Integer> ROUND = Variable.number("round");

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private StalledSteps stalled;

    @Autowired
    private CaseHistory history;

    @Autowired
    private Decisions decisions;

    @Autowired
    private RunningStep runningStep;

    @Autowired
    private BookWork bookWork;

    @Autowired
    private EveryTable everyTable;

    @Autowired
    private MutableClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService taskService;

    @Autowired
    private HistoryService engineHistory;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final CaseId caseId = CaseId.next();
    private final UUID holder = UUID.randomUUID();
    private final Actor clerk = Actor.person(UUID.randomUUID(), Set.of("clerks", "others"));

    @BeforeEach
    void the_step_does_nothing() {
        bookWork.next.set(null);
    }

    @AfterAll
    static void every_flow_was_taken() {
        assertThat(TakenFlows.notTaken("processes-fixture/fixture-parent.bpmn")).isEmpty();
        assertThat(TakenFlows.notTaken("processes-fixture/fixture-child.bpmn")).isEmpty();
    }

    private void start(String affiliation) {
        processes.start(
                PARENT,
                caseId,
                Variables.of(ACCOUNT_ID, holder).and(AFFILIATION, affiliation).and(CHILD_PROCESS, CHILD.value()));
    }

    private void startAndBook() {
        start("student");
        play.runJobs(caseId).waitsAt(caseId, "gateway_answer");
    }

    @Test
    void a_case_runs_through_its_called_process_and_keeps_its_id() {
        startAndBook();

        assertThat(processes.correlate(caseId, ANSWERED, Variables.none())).isTrue();
        play.waitsAt(caseId, "userTask_confirm");
        Actor person = Actor.person(holder, Set.of());
        assertThat(play.taskAs(person, caseId, "userTask_confirm"))
                .returns(CHILD, CaseTask::process)
                .returns(caseId, CaseTask::caseId)
                .returns(new FormKey("fixture-confirm"), CaseTask::form)
                .returns(Optional.of(holder), CaseTask::subject)
                .returns(Optional.of(holder), CaseTask::assignee);
        play.completeAs(person, caseId, "userTask_confirm", Variables.of(OUTCOME, "confirmed"));

        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        play.hasPassed(
                caseId,
                "task_decide",
                "task_bookWork",
                "call_child",
                "userTask_confirm",
                "event_childDone",
                "event_done");
        assertThat(processes.variables(caseId).get(OUTCOME)).isEqualTo("confirmed");
    }

    @Test
    void the_history_tells_elements_in_order_with_what_was_called_in_between() {
        startAndBook();
        processes.correlate(caseId, ANSWERED, Variables.none());

        assertThat(history.passed(caseId))
                .extracting(CaseHistory.PassedElement::element)
                .containsSubsequence("event_answered", "call_child", "event_childBegun", "userTask_confirm");
        assertThat(history.passed(caseId))
                .filteredOn(element -> element.endedAt().isEmpty())
                .extracting(CaseHistory.PassedElement::element)
                .containsExactly("call_child", "userTask_confirm");
    }

    @Test
    void a_timer_fires_when_the_clock_has_come_to_it_and_the_engine_has_the_same_clock() {
        startAndBook();
        Instant begun = clock.instant();

        play.fireTimer(caseId, "event_unanswered");

        play.hasEnded(caseId).hasPassed(caseId, "event_unanswered", "event_endedUnanswered");
        assertThat(clock.instant()).isEqualTo(begun.plusSeconds(3600));
        assertThat(ClockUtil.now().toInstant()).isEqualTo(clock.instant());
    }

    @Test
    void a_message_reaches_a_case_once_and_says_whether_it_did() {
        startAndBook();

        assertThat(processes.correlate(CaseId.next(), WITHDRAWN, Variables.none()))
                .isFalse();
        assertThat(processes.correlate(caseId, WITHDRAWN, Variables.none())).isTrue();
        assertThat(processes.correlate(caseId, WITHDRAWN, Variables.none())).isFalse();
        play.hasEnded(caseId).nothingIsLeftOf(caseId).hasNotPassed(caseId, "event_done");
    }

    @Test
    void withdrawing_ends_the_called_process_too() {
        startAndBook();
        processes.correlate(caseId, ANSWERED, Variables.none());

        processes.correlate(caseId, WITHDRAWN, Variables.none());

        play.nothingIsLeftOf(caseId);
    }

    @Test
    void a_process_that_does_not_exist_cannot_be_started() {
        assertThatIllegalStateException()
                .isThrownBy(() -> processes.start(new ProcessKey("no-such"), caseId, Variables.none()))
                .withMessageContaining("no-such");
    }

    @Test
    void a_start_goes_back_with_the_transaction_of_the_caller() {
        transaction.executeWithoutResult(status -> {
            start("student");
            status.setRollbackOnly();
        });

        assertThat(processes.waitsAt(caseId)).isEmpty();
        assertThat(history.passed(caseId)).isEmpty();
    }

    @Test
    void a_group_task_is_offered_claimed_released_and_completed() {
        start("guest");
        CaseTask task = play.taskAs(clerk, caseId, "userTask_approve");
        assertThat(task.groups()).containsExactly("clerks");
        assertThat(task.assignee()).isEmpty();
        assertThat(task.priority()).isEqualTo(50);

        play.as(clerk, () -> inbox.claim(task.id()));
        play.as(clerk, () -> inbox.claim(task.id()));
        assertThat(play.as(clerk, inbox::own)).extracting(CaseTask::id).containsExactly(task.id());
        Actor colleague = Actor.person(UUID.randomUUID(), Set.of("clerks"));
        assertThat(play.as(colleague, () -> inbox.find(task.id()))).isPresent();
        assertUnavailable(colleague, () -> inbox.claim(task.id()));
        assertUnavailable(colleague, () -> inbox.release(task.id()));
        assertUnavailable(colleague, () -> inbox.complete(task.id(), Variables.none()));

        play.as(clerk, () -> inbox.release(task.id()));
        assertThat(play.as(clerk, inbox::own)).isEmpty();
        play.as(colleague, () -> inbox.complete(task.id(), Variables.of(ROUND, 2)));

        play.waitsAt(caseId, "task_bookWork");
        assertThat(processes.variables(caseId).get(ROUND)).isEqualTo(2);
        assertUnavailable(clerk, () -> inbox.complete(task.id(), Variables.none()));
        assertThat(play.as(clerk, () -> inbox.find(task.id()))).isEmpty();
    }

    @Test
    void nobody_works_their_own_case_by_way_of_a_group() {
        start("guest");
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();
        Actor holderInGroup = Actor.person(holder, Set.of("clerks"));

        assertThat(play.as(holderInGroup, inbox::offered))
                .extracting(CaseTask::caseId)
                .doesNotContain(caseId);
        assertThat(play.as(holderInGroup, () -> inbox.find(task))).isEmpty();
        assertThat(play.as(holderInGroup, () -> inbox.ofCase(caseId))).isEmpty();
        assertUnavailable(holderInGroup, () -> inbox.claim(task));
        assertUnavailable(holderInGroup, () -> inbox.variables(task));
        assertUnavailable(holderInGroup, () -> inbox.complete(task, Variables.none()));
    }

    @Test
    void whom_a_case_bars_neither_sees_nor_works_its_group_tasks() {
        Actor barred = Actor.person(UUID.randomUUID(), Set.of("clerks"));
        processes.start(
                PARENT,
                caseId,
                Variables.of(ACCOUNT_ID, holder)
                        .and(AFFILIATION, "guest")
                        .and(CHILD_PROCESS, CHILD.value())
                        .and(
                                Barred.VARIABLE,
                                Barred.of(Set.of(UUID.randomUUID()))
                                        .and(barred.id().orElseThrow())));
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();

        assertThat(play.as(barred, inbox::offered)).extracting(CaseTask::caseId).doesNotContain(caseId);
        assertThat(play.as(barred, () -> inbox.find(task))).isEmpty();
        assertThat(play.as(barred, () -> inbox.ofCase(caseId))).isEmpty();
        assertUnavailable(barred, () -> inbox.claim(task));
        assertUnavailable(barred, () -> inbox.variables(task));
        assertUnavailable(barred, () -> inbox.complete(task, Variables.none()));
        play.as(clerk, () -> inbox.complete(task, Variables.none()));
    }

    @Test
    void who_is_barred_after_taking_a_task_cannot_complete_it() {
        start("guest");
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();
        play.as(clerk, () -> inbox.claim(task));

        runtime.setVariable(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId.toString())
                        .singleResult()
                        .getId(),
                Barred.VARIABLE.name(),
                Barred.VARIABLE.encode(Barred.nobody().and(clerk.id().orElseThrow())));

        assertThat(play.as(clerk, inbox::own)).isEmpty();
        assertUnavailable(clerk, () -> inbox.complete(task, Variables.none()));
    }

    @Test
    void who_has_left_a_group_cannot_complete_the_task_that_they_took_for_it() {
        start("guest");
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();
        play.as(clerk, () -> inbox.claim(task));
        Actor left = Actor.person(clerk.id().orElseThrow(), Set.of("others"));

        assertThat(play.as(left, inbox::own)).isEmpty();
        assertThat(play.as(left, () -> inbox.find(task))).isEmpty();
        assertUnavailable(left, () -> inbox.complete(task, Variables.none()));
    }

    @Test
    void a_task_is_hidden_from_strangers_and_from_the_system() {
        start("guest");
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();

        for (Actor stranger : List.of(Actor.person(UUID.randomUUID(), Set.of("others")), Actor.system())) {
            assertThat(play.as(stranger, () -> inbox.find(task))).isEmpty();
            assertThat(play.as(stranger, inbox::offered)).isEmpty();
            assertThat(play.as(stranger, inbox::own)).isEmpty();
            assertUnavailable(stranger, () -> inbox.complete(task, Variables.none()));
        }
        assertUnavailable(clerk, () -> inbox.complete(new TaskId("no-such"), Variables.none()));
    }

    @Test
    void a_task_shows_the_variables_of_its_process() {
        start("guest");
        TaskId task = play.taskAs(clerk, caseId, "userTask_approve").id();

        assertThat(play.as(clerk, () -> inbox.variables(task)).get(AFFILIATION)).isEqualTo("guest");
    }

    @Test
    void a_decision_table_answers_in_code_as_in_models() {
        DecisionKey policy = new DecisionKey("fixture-policy");

        assertThat(decisions.decide(policy, Variables.of(AFFILIATION, "guest")).get(DECISION))
                .isEqualTo("ask");
        assertThatIllegalStateException()
                .isThrownBy(() -> decisions.decide(policy, Variables.of(AFFILIATION, "alumni")));
        assertThatIllegalStateException()
                .isThrownBy(() -> decisions.decide(new DecisionKey("no-such"), Variables.none()));
    }

    @Test
    void a_question_asked_outside_a_case_writes_nothing_and_a_decision_of_a_case_is_history() {
        long decided = engineHistory.createHistoricDecisionInstanceQuery().count();
        long logged = engineHistory.createUserOperationLogQuery().count();
        play.as(clerk, () -> decisions.decide(new DecisionKey("fixture-policy"), Variables.of(AFFILIATION, "guest")));
        assertThat(engineHistory.createHistoricDecisionInstanceQuery().count()).isEqualTo(decided);
        assertThat(engineHistory.createUserOperationLogQuery().count()).isEqualTo(logged);

        start("guest");
        assertThat(engineHistory.createHistoricDecisionInstanceQuery().count()).isEqualTo(decided + 1);
    }

    @Test
    void a_decision_in_a_model_leaves_no_java_object_in_the_database() {
        start("guest");

        assertThat(processes.variables(caseId).get(DECISION)).isEqualTo("ask");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM ACT_RU_VARIABLE WHERE TYPE_ NOT IN ('string', 'integer', 'boolean', 'date')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM ACT_HI_VARINST WHERE NAME_ = 'decisionResult'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_outcome_of_a_step_takes_its_boundary_event() {
        start("student");
        bookWork.next.set(context -> {
            throw new ProcessError("refused");
        });

        play.runJobs(caseId);

        play.hasEnded(caseId).hasPassed(caseId, "event_refused", "event_endedRefused");
    }

    @Test
    void an_outcome_that_the_model_does_not_handle_becomes_an_incident() {
        start("student");
        failing(context -> {
            throw new ProcessError("unforeseen");
        });

        assertThat(history.incidents())
                .filteredOn(incident -> incident.caseId().equals(caseId))
                .singleElement()
                .returns("task_bookWork", CaseHistory.Incident::element)
                .returns(PARENT, CaseHistory.Incident::process);
    }

    @Test
    void a_failing_step_is_retried_and_then_an_incident_without_what_the_failure_said() {
        start("student");
        failing(context -> {
            throw new IllegalStateException("code 31415926 for marker@example.org", new RuntimeException("31415926"));
        });

        assertThat(history.incidents()).extracting(CaseHistory.Incident::caseId).contains(caseId);
        assertThat(everyTable.placesOf(List.of("31415926", "marker@example.org")))
                .isEmpty();
        assertThat(everyTable.placesOf(List.of("Step bookWork failed: java.lang.IllegalStateException")))
                .isNotEmpty();
    }

    @Test
    void a_step_that_failed_too_often_is_tried_once_more_when_its_cause_is_gone() {
        start("student");
        failing(context -> {
            throw new IllegalStateException("the cause");
        });
        assertThat(stalled.tryAgain(caseId, "task_another")).isFalse();
        assertThat(play.as(clerk, () -> stalled.tryAgain(caseId, "task_bookWork")))
                .isTrue();
        bookWork.next.set(context -> {});

        play.runJobs(caseId);

        play.hasPassed(caseId, "task_bookWork");
        assertThat(history.incidents()).extracting(CaseHistory.Incident::caseId).doesNotContain(caseId);
        assertThat(stalled.tryAgain(caseId, "task_bookWork")).isFalse();
    }

    /** Plays the case to its incident with a step that always does the same. */
    private void failing(ProcessStep always) {
        List<Instant> tries = new ArrayList<>();
        bookWork.next.set(new ProcessStep() {
            @Override
            public void run(org.sekisho.process.StepContext context) throws ProcessError {
                tries.add(clock.instant());
                bookWork.next.set(this);
                always.run(context);
            }
        });
        play.runJobsUntilIncident(caseId);
        assertThat(tries).hasSize(4);
        assertThat(tries.get(1)).isEqualTo(tries.get(0).plusSeconds(10));
        assertThat(tries.get(2)).isEqualTo(tries.get(1).plusSeconds(60));
        assertThat(tries.get(3)).isEqualTo(tries.get(2).plusSeconds(300));
    }

    @Test
    void a_step_knows_its_case_and_so_do_the_log_and_the_trail() {
        start("student");
        List<Object> seen = new ArrayList<>();
        bookWork.next.set(context -> {
            seen.add(context.caseId());
            seen.add(context.get(ACCOUNT_ID));
            seen.add(MDC.get("case") + " " + MDC.get("process") + " " + MDC.get("element"));
            seen.add(runningStep.current().orElseThrow());
            assertThatIllegalStateException().isThrownBy(() -> context.get(OUTCOME));
            context.set(ROUND, 7);
        });

        play.runJobs(caseId);

        assertThat(seen)
                .containsExactly(
                        caseId,
                        holder,
                        caseId + " fixture-parent task_bookWork",
                        new RunningStep.Place(PARENT, "task_bookWork", 1));
        assertThat(processes.variables(caseId).get(ROUND)).isEqualTo(7);
        assertThat(runningStep.current()).isEmpty();
        assertThat(MDC.get("case")).isNull();
    }

    @Test
    void the_engine_knows_who_acted_and_forgets_it_on_the_thread() {
        start("guest");
        CaseTask task = play.taskAs(clerk, caseId, "userTask_approve");

        play.as(clerk, () -> inbox.claim(task.id()));

        assertThat(engineHistory
                        .createUserOperationLogQuery()
                        .taskId(task.id().value())
                        .operationType("Claim")
                        .list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getUserId())
                        .isEqualTo(clerk.id().orElseThrow().toString()));
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void a_case_that_ends_amid_a_change_of_its_task_leaves_a_task_that_is_gone_and_no_defect() {
        Runnable torn = () -> {
            throw new NullPointerException("the execution is gone");
        };
        start("guest");
        TaskId standing = play.taskAs(clerk, caseId, "userTask_approve").id();

        assertThatExceptionOfType(TaskUnavailable.class)
                .isThrownBy(() -> EngineTaskInbox.change(taskService, new TaskId("gone"), torn));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> EngineTaskInbox.change(taskService, standing, torn));
    }

    @Test
    void models_reach_steps_and_nothing_else_of_the_application() {
        repository.createDeployment().addString("nosy.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                          <process id="nosy" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                            <serviceTask id="t" camunda:expression="${dataSource.toString()}"/>
                          </process>
                        </definitions>""").deploy();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey("nosy"))
                .withMessageContaining("dataSource");
    }

    private void assertUnavailable(Actor actor, Runnable work) {
        assertThatExceptionOfType(TaskUnavailable.class).isThrownBy(() -> play.as(actor, work));
    }
}
