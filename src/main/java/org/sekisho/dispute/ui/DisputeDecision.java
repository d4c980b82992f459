package org.sekisho.dispute.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.dispute.Dispute;
import org.sekisho.dispute.Disputes;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** What is disputed, by whom and when; undone or kept, with a reason in either case. */
final class DisputeDecision extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Disputes disputes;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final RadioButtonGroup<Boolean> decision;
    private final TextArea reason;

    DisputeDecision(Disputes disputes, Accounts accounts, Times times, CaseTask task, TaskNavigation navigation) {
        this.disputes = disputes;
        this.task = task;
        this.navigation = navigation;
        this.decision = new RadioButtonGroup<>(text("question"));
        this.reason = new TextArea(text("reason"));
        Dispute dispute = disputes.dispute(task);
        Account account = accounts.get(dispute.account());
        decision.setItems(true, false);
        decision.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        decision.setItemLabelGenerator(undo -> text(undo ? "undo" : "keep"));
        decision.addValueChangeListener(
                chosen -> decision.setHelperText(text(chosen.getValue() ? "undo.hint" : "keep.hint")));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(Disputes.LONGEST_REASON);
        TaskPage page = new TaskPage(text("title")).lead(text("lead"));
        page.content(
                fact(
                        "account",
                        new Span(text(
                                "account.value",
                                account.name(),
                                account.commonId().value(),
                                account.unit()))),
                fact("change", new Span(getTranslation("notice." + dispute.news() + ".subject"))),
                fact("told-at", times.at(dispute.toldAt())),
                fact("disputed-at", times.at(dispute.disputedAt())),
                decision,
                reason);
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
                disputes.decided(task.id(), decision.getValue(), reason.getValue());
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
        return getTranslation("dispute.dispute-check." + part, arguments);
    }
}
