package org.sekisho.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.shared.Language;
import org.w3c.dom.Element;

/** Every model says in both languages what it calls its parts, and says the same thing in the same way. */
class ModelWordsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** What nobody reads on a diagram or in a table. */
    private static final Set<String> UNSEEN = Set.of("definitions", "message", "error", "signal");

    private static final String MODEL = """
            <definitions xmlns="%s" xmlns:sekisho="https://sekisho.org/models" id="all" name="All">
              <process id="some-process" name="Some process" sekisho:ja="ある手続き">
                <userTask id="userTask_one" name="Do it" sekisho:ja="実行" />
                <sequenceFlow id="flow_one" name="yes" sekisho:ja="はい" />
                <sequenceFlow id="flow_two" name="yes" sekisho:ja="はい" />
                <endEvent id="event_done" name="Done" sekisho:ja="完了" />
              </process>
            </definitions>
            """.formatted(BPMN);

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:sekisho="https://sekisho.org/models" id="all" name="All">
              <decision id="some-decision" name="Some decision" sekisho:ja="ある判断">
                <decisionTable id="table">
                  <input id="input_one" label="Asked" sekisho:ja="質問"><inputExpression id="e" typeRef="string" /></input>
                  <output id="output_one" label="Answered" sekisho:ja="回答" name="answer" />
                  <rule id="rule_1" sekisho:ja="だから。"><description> Because. </description></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_has_its_words_in_both_languages(Path model) throws IOException {
        assertThat(violations(Files.readString(model))).isEmpty();
    }

    @Test
    void each_part_that_is_left_out_or_said_in_two_ways_is_found() {
        assertThat(violations(MODEL)).isEmpty();
        assertThat(violations(TABLE)).isEmpty();
        assertThat(violations(MODEL.replace(" sekisho:ja=\"実行\"", "")))
                .containsExactly("userTask_one has no Japanese words");
        assertThat(violations(MODEL.replaceFirst("はい", "ええ"))).containsExactly("\"yes\" is called ええ as well as はい");
        assertThat(violations(TABLE.replace(" sekisho:ja=\"だから。\"", "")))
                .containsExactly("rule_1 has no Japanese words");
        assertThat(violations(TABLE.replace(" sekisho:ja=\"質問\"", "")))
                .containsExactly("input_one has no Japanese words");
        assertThat(violations(TABLE.replace(" sekisho:ja=\"回答\"", "")))
                .containsExactly("output_one has no Japanese words");
    }

    @Test
    void a_part_is_called_by_the_language_of_its_reader() {
        ModelWords words = ModelWords.of(MODEL);
        assertThat(words.say("Do it", Language.JA)).isEqualTo("実行");
        assertThat(words.say("Do it", Language.EN)).isEqualTo("Do it");
        assertThat(words.say("something else", Language.JA)).isEqualTo("something else");
        assertThat(words.called("event_done"))
                .hasValueSatisfying(done -> assertThat(done.in(Language.JA)).isEqualTo("完了"));
        assertThat(words.called("event_other")).isEmpty();

        ModelWords table = ModelWords.of(TABLE);
        assertThat(Stream.of("Some decision", "Asked", "Answered", "Because.")
                        .map(english -> table.say(english, Language.JA)))
                .containsExactly("ある判断", "質問", "回答", "だから。");
        assertThat(ModelWords.none().say("Do it", Language.JA)).isEqualTo("Do it");
    }

    @Test
    void a_drawing_has_the_names_of_its_language_and_nothing_else_is_changed() {
        String japanese = ModelWords.drawn(MODEL, Language.JA);
        assertThat(japanese).contains("name=\"実行\"", "id=\"userTask_one\"").doesNotContain("name=\"Do it\"");
        assertThat(ModelWords.drawn(MODEL, Language.EN)).isEqualTo(MODEL);
    }

    @Test
    void a_name_that_is_longer_than_the_english_one_gets_the_room_it_needs_and_none_beyond_its_line() {
        String drawing = """
                <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
                  <bpmndi:BPMNShape id="a" bpmnElement="event_done"><bpmndi:BPMNLabel><dc:Bounds x="100" y="0" width="20" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="b" bpmnElement="flow_one"><di:waypoint x="300" y="0" /><di:waypoint x="300" y="90" /><bpmndi:BPMNLabel><dc:Bounds x="280" y="40" width="14" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="c" bpmnElement="flow_two"><di:waypoint x="400" y="0" /><di:waypoint x="400" y="90" /><bpmndi:BPMNLabel><dc:Bounds x="405" y="40" width="14" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
                </bpmndi:BPMNDiagram>
                </definitions>
                """;
        String japanese = ModelWords.drawn(MODEL.replace("</definitions>\n", drawing), Language.JA);

        assertThat(ModelXml.elements(ModelXml.read(japanese), "*", "Bounds"))
                .extracting(bounds -> bounds.getAttribute("x") + " " + bounds.getAttribute("width"))
                .containsExactly("98.0 24.0", "270.0 24.0", "405.0 24.0");
    }

    @Test
    void what_is_no_model_is_refused_and_nothing_outside_it_is_looked_up() {
        assertThatThrownBy(() -> ModelWords.of("no model")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelWords.of(
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a name=\"x\">&b;</a>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> violations(String model) {
        List<String> violations = new ArrayList<>();
        Map<String, String> said = new HashMap<>();
        for (Element element : ModelXml.elements(ModelXml.read(model), "*", "*")) {
            String english = english(element);
            String japanese = element.getAttributeNS(ModelWords.NAMESPACE, ModelWords.JAPANESE);
            if (english.isBlank()) {
                continue;
            }
            if (japanese.isBlank()) {
                violations.add(element.getAttribute("id") + " has no Japanese words");
            } else if (!said.computeIfAbsent(english, words -> japanese).equals(japanese)) {
                violations.add("\"" + english + "\" is called " + said.get(english) + " as well as " + japanese);
            }
        }
        return violations;
    }

    /** What people read of an element. */
    private static String english(Element element) {
        String name = element.getLocalName();
        if (name.equals("rule")) {
            return ModelXml.elements(element, "*", "description").get(0).getTextContent();
        }
        if (name.equals("input") || name.equals("output")) {
            return element.getAttribute("label");
        }
        boolean seen = name.equals("decision") || BPMN.equals(element.getNamespaceURI()) && !UNSEEN.contains(name);
        return seen ? element.getAttribute("name") : "";
    }
}
