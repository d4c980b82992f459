package org.sekisho.factor.apppassword.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Says what an app password is for, and asks for its name. */
@org.springframework.stereotype.Component
class AppPasswordNameForm implements TaskForm {

    private static final String TEXT = "factor.apppassword.app-password-name.";

    private final AppPasswordSetup setup;

    AppPasswordNameForm(AppPasswordSetup setup) {
        this.setup = setup;
    }

    @Override
    public FormKey key() {
        return new FormKey("app-password-name");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        UI ui = UI.getCurrent();
        TextField name = new TextField(ui.getTranslation(TEXT + "field"));
        name.setHelperText(ui.getTranslation(TEXT + "hint"));
        name.setMaxLength(AppPasswordSetup.LONGEST_NAME);
        name.setAutocomplete(Autocomplete.OFF);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        TaskPage page = new TaskPage(ui.getTranslation(TEXT + "title"))
                .lead(ui.getTranslation(TEXT + "lead"))
                .lead(ui.getTranslation(TEXT + "one-each"))
                .content(name);
        page.primary(ui.getTranslation(TEXT + "submit"), () -> {
            try {
                setup.named(task.id(), name.getValue())
                        .ifPresentOrElse(
                                problem -> FieldProblem.show(name, ui.getTranslation(problem)), navigation::next);
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        page.quiet(ui.getTranslation(TEXT + "decline"), () -> {
            try {
                setup.notNamed(task.id());
                navigation.next();
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        return page;
    }
}
