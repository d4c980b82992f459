package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The models keep the rules of style, and each rule can be broken. */
class ModelStyleTest {

    private static final Path PROCESSES = Path.of("processes");

    static List<Path> processes() throws IOException {
        return files(".bpmn");
    }

    static List<Path> decisions() throws IOException {
        return files(".dmn");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(PROCESSES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_process_keeps_the_rules(Path file) {
        assertThat(ModelStyle.violations(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_decision_says_how_long_its_history_is_kept(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(Decision.class)).isNotEmpty().allSatisfy(decision -> assertThat(
                        decision.getCamundaHistoryTimeToLiveString())
                .isNotBlank());
    }

    @Test
    void the_good_fixture_keeps_the_rules() throws IOException {
        assertThat(violations(good())).isEmpty();
    }

    /** Each row breaks the good fixture in one place: what is replaced, by what, and the rule that must bite. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userTask_approveCase               | Task_1                                  | its id is not userTask_
            id="flow_begun"                    | id="Flow_0x1"                           | its id is not flow_
            id="model-style"                   | id="ModelStyle"                         | its key is not in kebab case
            name="model-style.caseWithdrawn"   | name="withdrawn"                        | its name is not <process>.<nounParticiple>
            errorCode="case-refused"           | errorCode="CASE_REFUSED"                | its code is not in kebab case
            name="Approve case"                | name=""                                 | it has no label
            name="Case begun"                  | name=" "                                | it has no label
            name="Approved?"                   | name="Decide"                           | it asks no question
            name="yes"                         | name=""                                 | it has no answer
            Decides on the case.               | ` `                                     | no documentation says what the person does
            calledElement="${setupProcess}"    | calledElement="${execution.id}"         | an expression reaches into the engine's execution
            waypoint x="385" y="220"           | waypoint x="250" y="300"                | its line crosses that of
            waypoint x="385" y="220"           | waypoint x="530" y="100"                | its line runs through serviceTask_bookCase
            Bounds x="420" y="82"              | Bounds x="380" y="50"                   | its label lies over that of gateway_approved
            Bounds x="420" y="82"              | Bounds x="500" y="82"                   | its label lies over serviceTask_bookCase
            camunda:historyTimeToLive="P30D"   | camunda:versionTag="1"                  | it has no camunda:historyTimeToLive
            default="flow_refused"             | camunda:asyncAfter="false"              | it has no default flow
            camunda:formKey="case-approve"     | camunda:formRef="case-approve"          | formRef ties a form to the engine
            camunda:assignee="${accountId}"    | camunda:asyncBefore="true"              | no asyncBefore
            camunda:assignee="${accountId}"    | camunda:assignee="${execution.id}"      | an expression reaches into the engine's execution
            camunda:delegateExpression="#{steps.bookCase}" | camunda:class="x.Y"         | code is called as a step only
            camunda:delegateExpression="#{steps.bookCase}" | camunda:expression="${x.y()}" | a service task names its step
            camunda:delegateExpression="#{steps.bookCase}" | camunda:type="external" camunda:topic="t" | external tasks
            <camunda:in businessKey="#{execution.processBusinessKey}" /> | <camunda:in variables="all" /> | copies what nobody named
            <camunda:in businessKey="#{execution.processBusinessKey}" /> | <camunda:in source="a" target="a" /> | it does not pass on the business key
            ${approved}                        | ${execution.getVariable('approved')}    | an expression reaches into the engine's execution
            bpmnElement="userTask_approveCase" | bpmnElement="model-style"               | it has no shape
            bpmnElement="flow_begun"           | bpmnElement="event_caseBegun"           | it has no edge
            """)
    void every_rule_bites(String replaced, String by, String rule) throws IOException {
        String good = good();
        assertThat(good).contains(replaced);

        assertThat(violations(good.replace(replaced, by))).anyMatch(violation -> violation.contains(rule));
    }

    @Test
    void a_diagram_drawn_from_right_to_left_is_found() throws IOException {
        String mirrored = Pattern.compile("waypoint x=\"(\\d+)\"")
                .matcher(good())
                .replaceAll(match -> "waypoint x=\"" + (1000 - Integer.parseInt(match.group(1))) + "\"");

        assertThat(violations(mirrored)).anyMatch(violation -> violation.contains("flows go from left to right"));
    }

    @Test
    void a_script_is_found() throws IOException {
        String scripted = good().replace("bpmn:serviceTask", "bpmn:scriptTask");

        assertThat(violations(scripted)).anyMatch(violation -> violation.contains("scripts are code out of sight"));
    }

    private static String good() throws IOException {
        return Files.readString(Path.of("src/test/resources/model-style.bpmn"), StandardCharsets.UTF_8);
    }

    private static List<String> violations(String model) {
        return ModelStyle.violations(
                Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))));
    }
}
