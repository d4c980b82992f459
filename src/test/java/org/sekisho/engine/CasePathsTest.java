package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.CasePaths;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TakenDecision;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.beans.factory.annotation.Autowired;

/** Which way a case has gone, on the models that were in force for it. */
@EngineTest
class CasePathsTest {

    private static final ProcessKey PARENT = new ProcessKey("fixture-parent");
    private static final ProcessKey CHILD = new ProcessKey("fixture-child");

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private CasePaths paths;

    @Autowired
    private DeployedModels models;

    @Autowired
    private RepositoryService repository;

    private final CaseId caseId = CaseId.next();
    private final UUID holder = UUID.randomUUID();

    @Test
    void a_case_that_waits_says_where_and_which_way_it_came() {
        start("student");

        assertThat(paths.of(caseId)).singleElement().satisfies(path -> {
            assertThat(path.process()).isEqualTo(PARENT);
            assertThat(path.caller()).isEmpty();
            assertThat(path.endedAt()).isEmpty();
            assertThat(path.steps())
                    .extracting(CasePath.Step::element)
                    .startsWith("event_begun", "task_decide", "gateway_mustAsk");
            assertThat(path.flows())
                    .contains("flow_toDecide", "flow_toAsk")
                    .doesNotContain("flow_mustAsk", "flow_approved");
        });

        play.runJobs(caseId);

        CasePath path = paths.of(caseId).get(0);
        assertThat(path.steps().stream().filter(CasePath.Step::now))
                .extracting(CasePath.Step::element)
                .containsExactly("gateway_answer");
        assertThat(path.flows()).isEqualTo(Set.of("flow_toDecide", "flow_toAsk", "flow_mustNotAsk", "flow_booked"));
        assertThat(path.steps())
                .filteredOn(step -> step.element().equals("task_bookWork"))
                .extracting(CasePath.Step::label)
                .containsExactly("Book work");
    }

    @Test
    void what_a_step_has_called_is_a_path_of_its_own_after_its_callers() {
        start("student");
        play.runJobs(caseId);
        processes.correlate(caseId, new MessageName("fixture-parent.answered"), Variables.none());

        List<CasePath> found = paths.of(caseId);
        assertThat(found).extracting(CasePath::process).containsExactly(PARENT, CHILD);
        assertThat(found.get(1).caller()).contains(found.get(0).id());
        assertThat(found.get(0).steps())
                .filteredOn(step -> step.called().isPresent())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.element()).isEqualTo("call_child");
                    assertThat(step.called()).contains(found.get(1).id());
                });

        play.as(Actor.person(holder, Set.of()), () -> {
            inbox.complete(inbox.ofCase(caseId).get(0).id(), Variables.of(Variable.text("outcome"), "yes"));
            return true;
        });
        assertThat(paths.of(caseId)).allSatisfy(path -> {
            assertThat(path.endedAt()).isPresent();
            assertThat(path.steps()).noneMatch(CasePath.Step::now);
        });
    }

    @Test
    void a_decision_tells_what_it_was_asked_and_which_rule_answered() {
        start("guest");

        assertThat(paths.decisions(caseId)).singleElement().satisfies(decision -> {
            assertThat(decision.decision().value()).isEqualTo("fixture-policy");
            assertThat(decision.element()).isEqualTo("task_decide");
            assertThat(decision.inputs()).extracting(TakenDecision.Value::value).contains("guest");
            assertThat(decision.rules()).extracting(TakenDecision.Rule::number).containsExactly(2);
            assertThat(decision.rules())
                    .flatExtracting(TakenDecision.Rule::outputs)
                    .extracting(TakenDecision.Value::name, TakenDecision.Value::value)
                    .contains(tuple("decision", "ask"));
        });
    }

    @Test
    void the_model_of_an_earlier_version_is_still_to_be_had() {
        start("student");
        CasePath before = paths.of(caseId).get(0);
        String model = models.process(PARENT, before.version()).orElseThrow();
        String deployment = repository
                .createDeployment()
                .addString("fixture-parent.bpmn", model.replace("\"Book work\"", "\"Book it\""))
                .deploy()
                .getId();
        try {
            play.runJobs(caseId);

            CasePath path = paths.of(caseId).get(0);
            assertThat(path.version()).isEqualTo(before.version());
            assertThat(path.steps()).extracting(CasePath.Step::label).contains("Book work");
            assertThat(models.process(PARENT, before.version())).contains(model);
            assertThat(models.process(PARENT, before.version() + 1).orElseThrow())
                    .contains("Book it");
            assertThat(models.process(PARENT, before.version() + 2)).isEmpty();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void of_a_case_that_never_was_nothing_is_told() {
        assertThat(paths.of(CaseId.next())).isEmpty();
        assertThat(paths.decisions(CaseId.next())).isEmpty();
    }

    private void start(String affiliation) {
        processes.start(
                PARENT,
                caseId,
                Variables.of(Variable.id("accountId"), holder)
                        .and(Variable.text("affiliation"), affiliation)
                        .and(Variable.text("childProcess"), CHILD.value()));
    }
}
