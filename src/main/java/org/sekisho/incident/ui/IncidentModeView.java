package org.sekisho.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import org.sekisho.directory.Role;
import org.sekisho.incident.Incident;
import org.sekisho.incident.IncidentMode;
import org.sekisho.incident.Target;
import org.sekisho.security.CurrentUser;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** What is down at the moment and what was; where a lead says that something is. */
@Route(value = "incident-mode", layout = MainLayout.class)
@RolesAllowed({"HELPDESK", "LEAD", "AUDITOR", "ADMINISTRATOR"})
@PageTitle("incident.mode.title")
@Menu(title = "incident.mode.title", icon = "clock", order = 23)
class IncidentModeView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient IncidentMode mode;
    private final transient CurrentUser user;
    private final transient Times times;

    IncidentModeView(IncidentMode mode, CurrentUser user, Times times) {
        this.mode = mode;
        this.user = user;
        this.times = times;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        boolean lead = user.get().roles().contains(Role.LEAD);
        add(new H1(text("title")), new Paragraph(text("lead")));
        List<Incident> inForce = mode.inForce();
        if (inForce.isEmpty()) {
            add(new EmptyState(Glyph.CHECK, text("none"), text("none.text")));
        }
        inForce.forEach(incident -> add(card(incident, lead)));
        if (lead) {
            add(question());
        }
        List<Incident> earlier = mode.earlier();
        if (!earlier.isEmpty()) {
            add(new H2(text("earlier")));
            earlier.forEach(incident -> add(over(incident)));
        }
    }

    private Card card(Incident incident, boolean lead) {
        Card card = new Card(nameOf(incident.target()))
                .badge(new StatusBadge(StatusBadge.Kind.ATTENTION, text("in-force")))
                .body(
                        new Fact(
                                text("until"),
                                new Span(times.at(incident.endsAt()), new Span(" · "), times.due(incident.endsAt()))),
                        opened(incident),
                        new Fact(text("reason"), incident.reason()),
                        new Fact(text("cases"), Integer.toString(incident.cases())))
                .needsYou();
        if (lead) {
            Button end = new Button(text("end"), click -> {
                boolean ended = mode.ended(incident.id());
                showAnew();
                if (!ended) {
                    MainLayout.announce(text("over"));
                }
            });
            end.setAriaLabel(text("end") + ": " + nameOf(incident.target()));
            end.setDisableOnClick(true);
            card.actions(end);
        }
        return card;
    }

    private Card over(Incident incident) {
        String how = incident.endedBy()
                .map(by -> text("earlier.ended", mode.nameOf(by)))
                .orElseGet(() -> text("earlier.elapsed"));
        return new Card(nameOf(incident.target()))
                .body(
                        new Paragraph(new Span(how + " · "), times.at(incident.over())),
                        opened(incident),
                        new Fact(text("reason"), incident.reason()),
                        new Fact(text("cases"), Integer.toString(incident.cases())));
    }

    private Fact opened(Incident incident) {
        return new Fact(
                text("opened"),
                new Span(new Span(mode.nameOf(incident.openedBy()) + " · "), times.at(incident.openedAt())));
    }

    private Card question() {
        int most = (int) mode.longest().toHours();
        RadioButtonGroup<Target> target = new RadioButtonGroup<>(text("target"));
        target.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        target.setItems(mode.targets());
        target.setItemLabelGenerator(this::choice);
        IntegerField hours = new IntegerField(text("hours"));
        hours.setHelperText(text("hours.hint", most));
        hours.setMin(1);
        hours.setMax(most);
        hours.setStepButtonsVisible(true);
        TextArea reason = new TextArea(text("reason"));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(IncidentMode.LONGEST_REASON);
        Button open = new Button(text("submit"), click -> {
            if (target.isEmpty()) {
                FieldProblem.show(target, text("target.missing"));
            } else if (hours.isEmpty() || hours.getValue() < 1 || hours.getValue() > most) {
                FieldProblem.show(hours, text("hours.wrong", most));
            } else if (reason.getValue().isBlank()) {
                FieldProblem.show(reason, text("reason.missing"));
            } else {
                open(target, hours.getValue(), reason.getValue());
            }
            click.getSource().setEnabled(true);
        });
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        Div fields = new Div(target, hours, reason);
        fields.addClassName("reasoned-choice");
        return new Card(text("open")).body(fields).actions(open);
    }

    private void open(RadioButtonGroup<Target> target, int hours, String reason) {
        switch (mode.opened(target.getValue(), Duration.ofHours(hours), reason)) {
            case OPENED -> showAnew();
            case OPEN_ALREADY -> FieldProblem.show(target, text("open-already"));
        }
    }

    private void showAnew() {
        show();
        MainLayout.readFromTheTop();
    }

    private String choice(Target target) {
        return target.scope() == Target.Scope.CARRIER
                ? text("target.carrier", nameOf(target))
                : text("target.method", nameOf(target));
    }

    private String nameOf(Target target) {
        return getTranslation(target.label());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("incident.mode." + part, arguments);
    }
}
