package org.sekisho.workbench;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sekisho.process.ModelWords;

/**
 * The model of a process, drawn in the browser: what was passed, and where it stands now, by colour, width and a sign. What it
 * shows must be said in words beside it as well, for those who do not see it. The only door to the library that draws.
 */
@Tag("sekisho-process-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./process-diagram.js")
@Uses(Button.class)
public final class ProcessDiagram extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * What is marked, by the ids of the model; ids that it does not have are passed over.
     *
     * @param passed elements that were entered and left
     * @param now elements at which it stands
     * @param last the element that was entered last, where it stands at none
     * @param flows flows between elements that were taken
     * @param calls elements that called another process: a click on one is told
     */
    public record Marks(
            Collection<String> passed,
            Collection<String> now,
            Optional<String> last,
            Collection<String> flows,
            Collection<String> calls) {

        public Marks {
            passed = List.copyOf(new TreeSet<>(passed));
            now = List.copyOf(new TreeSet<>(now));
            flows = List.copyOf(new TreeSet<>(flows));
            calls = List.copyOf(new TreeSet<>(calls));
        }
    }

    /**
     * Draws a model in the place of what was there.
     *
     * @param model the model as BPMN
     * @param name what the diagram is of, translated
     */
    public void draw(String model, String name, Marks marks) {
        getElement()
                .executeJs(
                        "this.draw($0, {passed: $1, now: $2, last: $3, flows: $4, calls: $5},"
                                + " {diagram: $6, now: $7, larger: $8, smaller: $9, here: $10, whole: $11})",
                        ModelWords.drawn(model, Screens.language()),
                        list(marks.passed()),
                        list(marks.now()),
                        list(marks.last().stream().toList()),
                        list(marks.flows()),
                        list(marks.calls()),
                        getTranslation("workbench.diagram.name", name),
                        getTranslation("workbench.diagram.now"),
                        getTranslation("workbench.diagram.larger"),
                        getTranslation("workbench.diagram.smaller"),
                        getTranslation("workbench.diagram.here"),
                        getTranslation("workbench.diagram.whole"));
    }

    /**
     * A moment of a replay.
     *
     * @param passed elements that were left before
     * @param now the element of the moment first, which glows, and others at which it stands
     * @param entered all elements that were entered by then: flows between two of them are shown
     * @param flows flows that are taken sooner or later
     * @param calls elements that called another process
     */
    public record Moment(
            Collection<String> passed,
            Collection<String> now,
            Collection<String> entered,
            Collection<String> flows,
            Collection<String> calls) {

        public Moment {
            passed = List.copyOf(passed);
            now = List.copyOf(now);
            entered = List.copyOf(entered);
            flows = List.copyOf(new TreeSet<>(flows));
            calls = List.copyOf(new TreeSet<>(calls));
        }
    }

    /** Shows a moment on the model that was drawn last. */
    public void show(Moment moment) {
        getElement()
                .executeJs(
                        "this.show({passed: $0, now: $1, entered: $2, flows: $3, calls: $4})",
                        list(moment.passed()),
                        list(moment.now()),
                        list(moment.entered()),
                        list(moment.flows()),
                        list(moment.calls()));
    }

    /**
     * How warm a step is.
     *
     * @param element its id in the model; one that the model does not have is passed over
     * @param level from 1 to 5
     * @param text what stands beside it, translated
     */
    public record Warmth(String element, int level, String text) {}

    /**
     * Draws a model with how warm its steps are: by shade, by thickness and in the text beside each.
     *
     * @param model the model as BPMN
     * @param name what the diagram is of, translated
     */
    public void drawWarmth(String model, String name, List<Warmth> steps) {
        JsonArray all = Json.createArray();
        steps.forEach(step -> {
            JsonObject one = Json.createObject();
            one.put("element", step.element());
            one.put("level", step.level());
            one.put("text", step.text());
            all.set(all.length(), one);
        });
        getElement()
                .executeJs(
                        "this.drawWarmth($0, $1, {diagram: $2, now: '', larger: $3, smaller: $4, here: $5, whole: $6})",
                        ModelWords.drawn(model, Screens.language()),
                        all,
                        getTranslation("workbench.diagram.warmth", name),
                        getTranslation("workbench.diagram.larger"),
                        getTranslation("workbench.diagram.smaller"),
                        getTranslation("workbench.diagram.here"),
                        getTranslation("workbench.diagram.whole"));
    }

    private static JsonArray list(Collection<String> ids) {
        JsonArray array = Json.createArray();
        ids.forEach(id -> array.set(array.length(), id));
        return array;
    }

    /** Somebody wants to see the process that an element has called. */
    public Registration addCalledListener(ComponentEventListener<Called> listener) {
        return addListener(Called.class, listener);
    }

    /** An element that called another process was pressed. */
    @DomEvent("called")
    public static final class Called extends ComponentEvent<ProcessDiagram> {

        private static final long serialVersionUID = 1L;

        private final String element;

        public Called(ProcessDiagram source, boolean fromClient, @EventData("event.detail.element") String element) {
            super(source, fromClient);
            this.element = element;
        }

        /** The id of the element in the model. */
        public String element() {
            return element;
        }
    }
}
