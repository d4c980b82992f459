package org.sekisho.archive.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.archive.Replay;
import org.sekisho.audit.AuditEvent;
import org.sekisho.process.CasePath;
import org.sekisho.process.TakenDecision;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.ProcessDiagram;

/**
 * The case as it happened: a moment at a time on the diagram of the process that moved, and in words beside it. A slider, buttons and
 * the keyboard go through the moments; the space bar on the slider plays and pauses.
 */
class ReplayTab extends Div {

    private static final long serialVersionUID = 1L;

    /** Long enough to read what is new, short enough to watch. */
    private static final int MILLIS_OF_A_MOMENT = 1500;

    /** Ticks in the browser, so that nothing runs for a page that is gone. */
    private static final String PLAYER = """
            const box = this;
            const tick = () => box.querySelector('.replay-forward').click();
            box.play = () => { box.stop(); box.timer = setInterval(() => box.isConnected ? tick() : box.stop(), $0); };
            box.stop = () => { clearInterval(box.timer); box.timer = undefined; };
            box.querySelector('input').addEventListener('keydown', event => {
              if (event.key === ' ') {
                event.preventDefault();
                box.querySelector('.replay-play').click();
              }
            });
            """;

    private final transient CaseStory story;
    private final transient ArchiveParts parts;
    private final transient Replay replay;
    private final RangeInput slider = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final Button play = new Button();
    private final Button back = new Button(text("back"), click -> step(-1));
    private final Button forward = new Button(text("forward"), click -> step(1));
    private final Span place = new Span();
    private final ProcessDiagram diagram = new ProcessDiagram();
    private final Div undrawn = new Div();
    private final Div panel = new Div();
    private final EventList events;
    private transient Optional<String> drawn = Optional.empty();
    private int number;
    private boolean playing;

    /** @param replay one with a moment at least */
    ReplayTab(Replay replay, CaseStory story, ArchiveParts parts) {
        this.replay = replay;
        this.story = story;
        this.parts = parts;
        addClassName("replay");
        events = new EventList(text("events"), story, parts);
        panel.getElement().setAttribute("role", "status");
        Div told = new Div(panel);
        told.addClassName("replay-panel");
        // who has no mouse scrolls in it as well
        told.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", text("panel"));
        diagram.addCalledListener((ComponentEventListener<ProcessDiagram.Called>) called -> enter(called.element()));
        Div picture = new Div(diagram, undrawn);
        picture.addClassName("replay-picture");
        Div stage = new Div(picture, told);
        stage.addClassName("replay-stage");
        add(controls(), stage, new H2(text("events")), events);
        show(0);
    }

    private Div controls() {
        slider.setMin(0);
        slider.setMax(Math.max(0, replay.moments().size() - 1));
        slider.setStep(1.0);
        slider.setId("replay-slider");
        slider.addValueChangeListener(moved -> {
            if (moved.isFromClient()) {
                show((int) Math.round(Optional.ofNullable(moved.getValue()).orElse(0.0)));
            }
        });
        NativeLabel label = new NativeLabel(text("slider"));
        label.setFor(slider);
        back.addClassName("replay-back");
        forward.addClassName("replay-forward");
        play.addClassName("replay-play");
        play.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        play.addClickListener(click -> play(!playing));
        place.addClassName("replay-place");
        Div buttons = new Div(play, back, forward, place);
        buttons.addClassName("replay-buttons");
        Div controls = new Div(label, slider, buttons);
        controls.addClassName("replay-controls");
        getElement().executeJs(PLAYER, MILLIS_OF_A_MOMENT);
        sayPlaying();
        return controls;
    }

    private void play(boolean wanted) {
        playing = wanted;
        if (playing && number == replay.moments().size() - 1) {
            show(0);
        }
        getElement().executeJs(playing ? "this.play()" : "this.stop()");
        sayPlaying();
    }

    private void sayPlaying() {
        play.setText(text(playing ? "pause" : "play"));
        // what changes by itself is read out only when somebody looks at one moment
        panel.getElement().setAttribute("aria-live", playing ? "off" : "polite");
    }

    private void step(int by) {
        int wanted = number + by;
        if (wanted >= 0 && wanted < replay.moments().size()) {
            show(wanted);
        }
        if (playing && number == replay.moments().size() - 1) {
            play(false);
        }
    }

    /** Goes to where the process that an element has called begins. */
    private void enter(String element) {
        Replay.Moment now = replay.moments().get(number);
        for (int other = 0; other < replay.moments().size(); other++) {
            Replay.Moment moment = replay.moments().get(other);
            boolean calls = moment.path().id().equals(now.path().id())
                    && moment.step().element().equals(element);
            Optional<String> called = moment.step().called();
            if (calls && called.isPresent()) {
                first(called.get()).ifPresent(this::show);
            }
        }
    }

    private Optional<Integer> first(String path) {
        for (int other = 0; other < replay.moments().size(); other++) {
            if (replay.moments().get(other).path().id().equals(path)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private void show(int wanted) {
        number = wanted;
        Replay.Moment moment = replay.moments().get(number);
        slider.setValue((double) number);
        // a browser puts a slider that is told nothing into the middle, and zero is nothing
        slider.getElement().executeJs("this.value = $0", number);
        slider.getElement()
                .setAttribute(
                        "aria-valuetext",
                        text(
                                "slider.value",
                                number + 1,
                                replay.moments().size(),
                                parts.models().step(moment.path(), moment.step())));
        back.setEnabled(number > 0);
        place.setText(text("place", number + 1, replay.moments().size()));
        draw(moment);
        tell(moment);
        events.mark(moment.events());
    }

    private void draw(Replay.Moment moment) {
        CasePath path = moment.path();
        String version = path.process() + "@" + path.version();
        if (!drawn.equals(Optional.of(version))) {
            drawn = Optional.of(version);
            Optional<String> model = replay.record().models().stream()
                    .filter(known -> known.kind().equals("bpmn")
                            && known.name().equals(path.process().value())
                            && known.version() == path.version())
                    .findFirst()
                    .flatMap((ModelVersion known) -> parts.archive().model(known));
            diagram.setVisible(model.isPresent());
            undrawn.removeAll();
            if (model.isPresent()) {
                diagram.draw(
                        model.get(),
                        name(path),
                        new ProcessDiagram.Marks(List.of(), List.of(), Optional.empty(), List.of(), List.of()));
            } else {
                undrawn.add(new Paragraph(text("no-model")));
            }
        }
        Replay.Seen seen = replay.seen(path, number);
        diagram.show(new ProcessDiagram.Moment(
                seen.passed(),
                // the element of the moment comes first, since it is the one that glows
                Stream.concat(Stream.of(moment.step().element()), seen.standing().stream())
                        .distinct()
                        .toList(),
                seen.entered(),
                path.flows(),
                path.steps().stream()
                        .filter(step -> step.called().isPresent())
                        .map(CasePath.Step::element)
                        .toList()));
    }

    private void tell(Replay.Moment moment) {
        panel.removeAll();
        panel.add(
                new H2(parts.models().step(moment.path(), moment.step())),
                new Fact(text("process"), name(moment.path())));
        panel.add(new Fact(text("at"), parts.times().exactly(moment.at())));
        moment.step()
                .leftAt()
                .map(left -> Duration.between(moment.at(), left))
                .filter(took -> !took.isZero())
                .ifPresent(
                        took -> panel.add(new Fact(text("took"), parts.times().took(took))));
        if (moment.step().interrupted()) {
            panel.add(new Fact(text("ended"), text("interrupted")));
        }
        if (moment.step().now()) {
            panel.add(new Fact(text("ended"), text("stands")));
        }
        moment.step().worker().ifPresent(worker -> panel.add(new Fact(text("worker"), who(Optional.of(worker)))));
        moment.events().forEach(event -> panel.add(event(event)));
        moment.decision().ifPresent(decision -> panel.add(decision(decision)));
        moment.attempts().stream()
                .filter(attempt -> attempt.failed())
                .forEach(attempt -> panel.add(new Fact(
                        text("failed"),
                        text("failed.value", attempt.number(), parts.times().text(attempt.at())))));
        moment.step()
                .called()
                .flatMap(this::first)
                .ifPresent(first -> panel.add(new Button(
                        text("enter", name(replay.moments().get(first).path())), click -> show(first))));
    }

    private Section event(AuditEvent event) {
        Span what = new Span(parts.words().action(event.action()));
        what.addClassName("case-event-what");
        Section section = new Section(
                new Paragraph(what, new Span(text("result", parts.words().result(event.result())))),
                new Fact(text("who"), who(event.actor())),
                new Fact(text("when"), parts.times().exactly(event.at())));
        story.from(event).ifPresent(from -> section.add(new Fact(text("from"), from)));
        section.addClassName("replay-event");
        return section;
    }

    private Section decision(TakenDecision decision) {
        UnaryOperator<String> words = english -> parts.models().say(decision.decision(), decision.version(), english);
        Section section = new Section(
                new Fact(text("decision"), text("decision.value", words.apply(decision.name()), decision.version())));
        decision.rules().forEach(rule -> {
            section.add(new Fact(
                    text("rule"),
                    rule.why()
                            .map(why -> text("rule.why", rule.number(), words.apply(why)))
                            .orElseGet(() -> Integer.toString(rule.number()))));
            rule.outputs().forEach(output -> section.add(new Fact(words.apply(output.name()), output.value())));
        });
        section.addClassName("replay-event");
        return section;
    }

    private String who(Optional<UUID> actor) {
        return EventList.who(actor, story, this);
    }

    private String name(CasePath path) {
        return text("version", parts.words().kind(path.process()), path.version());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.replay." + part, arguments);
    }
}
