package org.sekisho.approval.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sekisho.approval.Approvals;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Where a person of the unit decides on an application; a refusal needs a reason. */
@org.springframework.stereotype.Component
class ApplicationDecideForm implements TaskForm {

    private static final Variable<String> REASON = Variable.text("reason");

    private final Approvals approvals;
    private final Accounts accounts;
    private final TaskInbox inbox;

    ApplicationDecideForm(Approvals approvals, Accounts accounts, TaskInbox inbox) {
        this.approvals = approvals;
        this.accounts = accounts;
        this.inbox = inbox;
    }

    @Override
    public FormKey key() {
        return new FormKey("application-decide");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        Account applicant = accounts.get(new AccountId(task.subject().orElseThrow()));
        String why = inbox.variables(task.id()).find(REASON).orElse("unit-decides");
        TaskPage page = new TaskPage(text("title"));
        page.lead(text("lead"));
        RadioButtonGroup<Boolean> decision = new RadioButtonGroup<>(text("question"));
        decision.setItems(true, false);
        decision.setItemLabelGenerator(approve -> text(approve ? "approve" : "refuse"));
        TextArea reason = new TextArea(text("reason"));
        reason.setHelperText(text("reason.hint"));
        reason.setMaxLength(Approvals.LONGEST_REASON);
        reason.setVisible(false);
        decision.addValueChangeListener(changed -> reason.setVisible(Boolean.FALSE.equals(changed.getValue())));
        page.content(
                new Paragraph(
                        text("applicant", applicant.name(), applicant.commonId().value(), applicant.unit())),
                new Paragraph(text("why." + why)),
                decision,
                reason);
        page.primary(text("submit"), () -> {
            if (decision.isEmpty()) {
                FieldProblem.show(decision, text("choose"));
            } else if (!decision.getValue() && reason.getValue().isBlank()) {
                FieldProblem.show(reason, text("reason.missing"));
            } else {
                decide(task, decision.getValue(), reason.getValue(), navigation);
            }
        });
        return page;
    }

    private void decide(CaseTask task, boolean approve, String reason, TaskNavigation navigation) {
        try {
            if (approve) {
                approvals.approved(task.id());
            } else {
                approvals.refused(task.id(), reason);
            }
            navigation.to("tasks");
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private static String text(String part, Object... arguments) {
        return UI.getCurrent().getTranslation("approval.application-decide." + part, arguments);
    }
}
