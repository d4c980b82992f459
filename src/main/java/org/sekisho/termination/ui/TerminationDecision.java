package org.sekisho.termination.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.termination.Termination;
import org.sekisho.termination.TerminationState;
import org.sekisho.termination.Terminations;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Who wants to do without MFA, and why; approved or refused, with a reason in either case. */
final class TerminationDecision extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Terminations terminations;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final RadioButtonGroup<Boolean> decision;
    private final TextArea reason;

    TerminationDecision(
            Terminations terminations, Accounts accounts, Times times, CaseTask task, TaskNavigation navigation) {
        this.terminations = terminations;
        this.task = task;
        this.navigation = navigation;
        this.decision = new RadioButtonGroup<>(text("question"));
        this.reason = new TextArea(text("reason"));
        Termination request = terminations.request(task);
        Account account = accounts.get(request.account());
        decision.setItems(true, false);
        decision.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        decision.setItemLabelGenerator(approve -> text(approve ? "approve" : "refuse"));
        decision.addValueChangeListener(
                chosen -> decision.setHelperText(text(chosen.getValue() ? "approve.hint" : "refuse.hint")));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(Terminations.LONGEST_REASON);
        TaskPage page = new TaskPage(text("title")).lead(text("lead"));
        boolean second = request.state() == TerminationState.CONFIRMING;
        if (second) {
            page.lead(text("second"));
        }
        page.content(
                fact(
                        "account",
                        new Span(text(
                                "account.value",
                                account.name(),
                                account.commonId().value(),
                                account.unit()))),
                fact("rank", new Span(text("rank." + account.rank().name().toLowerCase(Locale.ROOT)))),
                fact("requested-at", times.at(request.requestedAt())),
                fact("why", new Span(request.reason())));
        request.decisionReason()
                .filter(given -> second)
                .ifPresent(given -> page.content(fact("first", new Span(given))));
        page.content(decision, reason);
        page.primary(text("submit"), this::decide);
        add(page);
    }

    private void decide() {
        if (decision.isEmpty()) {
            FieldProblem.show(decision, text("choose"));
        } else if (reason.getValue().isBlank()) {
            FieldProblem.show(reason, text("reason.missing"));
        } else {
            try {
                terminations.decided(task.id(), decision.getValue(), reason.getValue());
                navigation.to("tasks");
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        }
    }

    private Paragraph fact(String name, Span value) {
        Paragraph fact = new Paragraph(new Span(text(name)), value);
        fact.addClassName("fact");
        return fact;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("termination.termination-decide." + part, arguments);
    }
}
