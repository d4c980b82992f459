package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sekisho.process.ProcessError;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.process.Throws;

/** Each loose end between models, forms and steps is found and told with file, element and remedy. */
class WiringTest {

    private static final String DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="%s" name="Policy"><decisionTable id="t"><output id="o" name="out" typeRef="string"/></decisionTable>
              </decision>
            </definitions>""";

    private static final String GOOD = """
            <userTask id="userTask_decide" camunda:formKey="case-decide"/>
            <serviceTask id="serviceTask_book" camunda:delegateExpression="#{steps.book}"/>
            <boundaryEvent id="event_full" attachedToRef="serviceTask_book">
              <errorEventDefinition id="e1" errorRef="error_full"/>
            </boundaryEvent>
            <callActivity id="callActivity_any" calledElement="${setupProcess}"/>
            <businessRuleTask id="businessRuleTask_choose" camunda:decisionRef="policy"/>""";

    private final Map<String, byte[]> files = new TreeMap<>();
    private Map<String, Set<String>> steps = Map.of("book", Set.of("full"));

    private Wiring wiring(String elements) {
        return wiring("case", elements);
    }

    private Wiring wiring(String process, String elements) {
        files.put("case.bpmn", model(process, elements));
        files.putIfAbsent("case-decide.form", new byte[0]);
        files.putIfAbsent("policy.dmn", DECISION.formatted("policy").getBytes(StandardCharsets.UTF_8));
        return new Wiring(Models.of(files), steps);
    }

    private static byte[] model(String process, String elements) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="n">
                  <error id="error_full" errorCode="full"/>
                  <error id="error_other" errorCode="other"/>
                  <process id="%s" isExecutable="true">%s</process>
                </definitions>""".formatted(process, elements).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void good_wiring_has_no_loose_ends() {
        Wiring wiring = wiring(GOOD);

        assertThat(wiring.missing()).isEmpty();
        assertThat(wiring.unused(List.of())).isEmpty();
    }

    @Test
    void a_step_without_a_bean_is_missing() {
        assertThat(wiring("<serviceTask id=\"serviceTask_send\" camunda:delegateExpression=\"#{steps.send}\"/>")
                        .missing())
                .singleElement()
                .asString()
                .contains("processes/case.bpmn, serviceTask_send", "#{steps.send} has no bean", "Send");
    }

    @Test
    void a_step_named_by_a_listener_counts_too() {
        assertThat(wiring("""
                        <userTask id="userTask_decide" camunda:formKey="case-decide">
                          <extensionElements><camunda:taskListener event="create" delegateExpression="#{steps.send}"/></extensionElements>
                        </userTask>""").missing()).singleElement().asString().contains("userTask_decide", "#{steps.send}");
    }

    @Test
    void code_that_is_not_a_step_is_refused() {
        for (String call : List.of(
                "camunda:expression=\"${clock.instant()}\"",
                "camunda:class=\"java.lang.Object\"",
                "camunda:delegateExpression=\"${sender}\"")) {
            assertThat(wiring("<serviceTask id=\"serviceTask_send\" " + call + "/>")
                            .missing())
                    .singleElement()
                    .asString()
                    .contains("serviceTask_send", "is not a step");
        }
    }

    @Test
    void a_step_in_no_model_is_unused_unless_an_earlier_version_still_runs() {
        steps = Map.of("book", Set.of("full"), "forgotten", Set.of());
        Wiring wiring = wiring(GOOD);

        assertThat(wiring.unused(List.of())).singleElement().asString().contains("Step Forgotten is in no model");
        byte[] earlier = model("case", "<serviceTask id=\"t\" camunda:delegateExpression=\"#{steps.forgotten}\"/>");
        assertThat(wiring.unused(
                        Models.of(Map.of("case.bpmn", earlier)).processes().values()))
                .isEmpty();
    }

    @Test
    void a_form_key_without_a_file_is_missing() {
        assertThat(wiring("<userTask id=\"userTask_see\" camunda:formKey=\"case-see\"/>")
                        .missing())
                .singleElement()
                .asString()
                .contains("processes/case.bpmn, userTask_see", "Add forms/case-see.form");
    }

    @Test
    void a_user_task_without_a_form_key_is_refused() {
        assertThat(wiring("<userTask id=\"userTask_see\"/>").missing())
                .singleElement()
                .asString()
                .contains("userTask_see", "no camunda:formKey");
    }

    @Test
    void a_form_in_no_model_is_unused() {
        files.put("old-form.form", new byte[0]);

        assertThat(wiring(GOOD).unused(List.of()))
                .singleElement()
                .asString()
                .contains("forms/old-form.form is in no model");
    }

    @Test
    void a_called_process_without_a_file_is_missing() {
        assertThat(wiring("<callActivity id=\"callActivity_approve\" calledElement=\"approval\"/>")
                        .missing())
                .singleElement()
                .asString()
                .contains("callActivity_approve", "processes/approval.bpmn");
    }

    @Test
    void a_decision_without_a_file_is_missing() {
        assertThat(wiring("<businessRuleTask id=\"businessRuleTask_choose\" camunda:decisionRef=\"other-policy\"/>")
                        .missing())
                .singleElement()
                .asString()
                .contains("businessRuleTask_choose", "processes/other-policy.dmn");
    }

    @Test
    void file_and_id_have_the_same_name() {
        assertThat(wiring("something-else", "").missing())
                .singleElement()
                .asString()
                .contains("processes/case.bpmn must hold exactly one process, with the id case");
        files.put("policy.dmn", DECISION.formatted("policies").getBytes(StandardCharsets.UTF_8));
        assertThat(wiring("").missing())
                .singleElement()
                .asString()
                .contains("processes/policy.dmn holds no decision with the id policy");
    }

    @Test
    void an_error_of_a_step_that_nothing_handles_is_told() {
        assertThat(wiring("<serviceTask id=\"serviceTask_book\" camunda:delegateExpression=\"#{steps.book}\"/>")
                        .missing())
                .singleElement()
                .asString()
                .contains("serviceTask_book", "nothing handles the error full");
    }

    @Test
    void an_error_may_be_handled_around_the_step() {
        String step = "<serviceTask id=\"serviceTask_book\" camunda:delegateExpression=\"#{steps.book}\"/>";
        assertThat(wiring("<subProcess id=\"subProcess_all\">" + step + "</subProcess>"
                                + "<boundaryEvent id=\"event_full\" attachedToRef=\"subProcess_all\">"
                                + "<errorEventDefinition id=\"e1\" errorRef=\"error_full\"/></boundaryEvent>")
                        .missing())
                .isEmpty();
        assertThat(wiring(step
                                + "<subProcess id=\"subProcess_full\" triggeredByEvent=\"true\"><startEvent id=\"event_full\">"
                                + "<errorEventDefinition id=\"e1\" errorRef=\"error_full\"/></startEvent></subProcess>")
                        .missing())
                .isEmpty();
    }

    @Test
    void a_boundary_event_for_an_error_that_nothing_throws_is_told() {
        String other = GOOD.replace("error_full", "error_other");
        assertThat(wiring(other).missing()).hasSize(2).anySatisfy(end -> assertThat(end)
                .contains("event_full", "throws the error other", "@Throws"));
    }

    @Test
    void a_broken_model_is_told_with_its_line() {
        files.put("broken.bpmn", "<definitions\n<oops/>".getBytes(StandardCharsets.UTF_8));

        assertThat(wiring(GOOD).missing())
                .singleElement()
                .asString()
                .contains("processes/broken.bpmn is not a valid model", "line 2");
    }

    @Test
    void the_failure_of_a_start_shows_the_sentences_alone() {
        assertThat(new LooseEndsFailureAnalyzer()
                        .analyze(new IllegalStateException("around", new LooseEnds(List.of("first", "second"))))
                        .getDescription())
                .isEqualTo("Models, forms and steps do not fit together:\n- first\n- second");
    }

    @Test
    void a_step_declares_its_errors_by_annotation() {
        assertThat(Wiring.codes(Full.class)).containsExactlyInAnyOrder("full", "closed");
        assertThat(Steps.name(Full.class)).isEqualTo("full");
    }

    @Test
    void steps_that_throw_say_so() {
        assertThat(undeclared(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.sekisho")))
                .isEmpty();
        assertThat(undeclared(new ClassFileImporter().importClasses(Full.class, Secretive.class)))
                .containsExactly(Secretive.class.getName());
    }

    private static List<String> undeclared(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAssignableTo(ProcessStep.class))
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ProcessError.class)))
                .filter(type -> !type.isAnnotatedWith(Throws.class))
                .map(JavaClass::getName)
                .toList();
    }

    private static final class Secretive implements ProcessStep {

        @Override
        public void run(StepContext context) throws ProcessError {
            throw new ProcessError("surprise");
        }
    }

    @Throws({"full", "closed"})
    private static final class Full implements ProcessStep {

        @Override
        public void run(StepContext context) {}
    }
}
