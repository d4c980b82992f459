package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.Locale;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.TrialHelp;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Where an agent decides how a case goes on whose trial did not work. */
@org.springframework.stereotype.Component
class TrialHelpForm implements TaskForm {

    private final Enrollments enrollments;
    private final Accounts accounts;

    TrialHelpForm(Enrollments enrollments, Accounts accounts) {
        this.enrollments = enrollments;
        this.accounts = accounts;
    }

    @Override
    public FormKey key() {
        return new FormKey("trial-help");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        UI ui = UI.getCurrent();
        Account holder = accounts.get(new AccountId(task.subject().orElseThrow()));
        TaskPage page = new TaskPage(ui.getTranslation("enrollment.trial-help.title"));
        page.lead(ui.getTranslation("enrollment.trial-help.lead"));
        RadioButtonGroup<TrialHelp> help = new RadioButtonGroup<>(ui.getTranslation("enrollment.trial-help.question"));
        help.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        help.setItems(TrialHelp.values());
        help.setItemLabelGenerator(choice -> ui.getTranslation("enrollment.trial-help."
                + choice.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        page.content(
                new Paragraph(ui.getTranslation(
                        "enrollment.trial-help.holder",
                        holder.name(),
                        holder.commonId().value(),
                        holder.unit())),
                help);
        page.primary(ui.getTranslation("enrollment.trial-help.submit"), () -> {
            if (help.isEmpty()) {
                FieldProblem.show(help, ui.getTranslation("enrollment.trial-help.choose"));
                return;
            }
            try {
                enrollments.helped(task.id(), help.getValue());
                navigation.to("tasks");
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        return page;
    }
}
