package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.process.CasePath;
import org.sekisho.workbench.ProcessDiagram;
import org.sekisho.workbench.StatusBadge;

/** The way of the case on the models that are in force for it, drawn, and step by step in words. */
class CaseDiagram extends Div implements CasePage.CaseTab {

    private static final long serialVersionUID = 1L;

    private final transient CaseParts parts;
    private transient Optional<CaseFile> file = Optional.empty();
    private transient Optional<String> chosen = Optional.empty();

    CaseDiagram(CaseParts parts) {
        this.parts = parts;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(CaseFile shown) {
        file = Optional.of(shown);
        show();
    }

    private void show() {
        removeAll();
        CaseFile shown = file.orElseThrow();
        Optional<CasePath> path = shown.paths().stream()
                .filter(candidate -> chosen.filter(candidate.id()::equals).isPresent())
                .findFirst()
                .or(() -> shown.paths().stream().findFirst());
        if (path.isEmpty()) {
            add(new Paragraph(text("none")));
            return;
        }
        if (shown.paths().size() > 1) {
            add(paths(shown.paths(), path.get()));
        }
        parts.cases().model(shown.id(), path.get()).ifPresent(model -> {
            ProcessDiagram diagram = new ProcessDiagram();
            diagram.addCalledListener(called -> stepCalling(path.get(), called.element())
                    .flatMap(CasePath.Step::called)
                    .ifPresent(this::choose));
            add(legend(), diagram);
            diagram.draw(model, name(path.get()), marks(path.get()));
        });
        add(new H2(text("steps")), steps(path.get(), shown.paths()));
    }

    private Nav paths(List<CasePath> all, CasePath current) {
        UnorderedList list = new UnorderedList();
        all.forEach(path -> {
            Button button = new Button(
                    text("path", name(path), parts.times().text(path.startedAt())), click -> choose(path.id()));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(path.equals(current)));
            list.add(new ListItem(button));
        });
        Nav nav = new Nav(list);
        nav.addClassName("case-paths");
        nav.setAriaLabel(text("paths"));
        return nav;
    }

    private void choose(String path) {
        chosen = Optional.of(path);
        show();
    }

    private Div legend() {
        Div legend = new Div(
                new StatusBadge(StatusBadge.Kind.GOOD, text("passed")),
                new StatusBadge(StatusBadge.Kind.ATTENTION, text("now")));
        legend.addClassName("case-legend");
        return legend;
    }

    private static Optional<CasePath.Step> stepCalling(CasePath path, String element) {
        return path.steps().stream()
                .filter(step -> step.element().equals(element) && step.called().isPresent())
                .reduce((earlier, later) -> later);
    }

    private static ProcessDiagram.Marks marks(CasePath path) {
        return new ProcessDiagram.Marks(
                elements(path.steps().stream().filter(step -> step.leftAt().isPresent())),
                elements(path.steps().stream().filter(CasePath.Step::now)),
                path.steps().stream().map(CasePath.Step::element).reduce((earlier, later) -> later),
                path.flows(),
                elements(path.steps().stream().filter(step -> step.called().isPresent())));
    }

    private static List<String> elements(Stream<CasePath.Step> steps) {
        return steps.map(CasePath.Step::element).toList();
    }

    /** All that the drawing says, in words: for those who do not see it, and for whoever wants the times. */
    private OrderedList steps(CasePath path, List<CasePath> all) {
        OrderedList list = new OrderedList();
        list.addClassName("case-steps");
        path.steps().stream().filter(step -> !step.around()).forEach(step -> {
            Span label = new Span(parts.models().step(path, step));
            label.addClassName("case-step-label");
            ListItem item = new ListItem(parts.times().at(step.enteredAt()), label, state(step));
            step.called()
                    .flatMap(id -> all.stream()
                            .filter(called -> called.id().equals(id))
                            .findFirst())
                    .ifPresent(called -> item.add(called(called)));
            if (step.now()) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        });
        return list;
    }

    private Component state(CasePath.Step step) {
        if (step.now()) {
            return new StatusBadge(StatusBadge.Kind.ATTENTION, text("now"));
        }
        return step.interrupted()
                ? new StatusBadge(StatusBadge.Kind.NEUTRAL, text("interrupted"))
                : new StatusBadge(StatusBadge.Kind.GOOD, text("passed"));
    }

    private Button called(CasePath called) {
        Button open = new Button(text("called", name(called)), click -> choose(called.id()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return open;
    }

    private String name(CasePath path) {
        return getTranslation(
                "helpdesk.case.version.value",
                getTranslation("helpdesk.kind." + path.process().value()),
                path.version());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("helpdesk.case.diagram." + part, arguments);
    }
}
