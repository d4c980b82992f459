package org.sekisho.factor.apppassword.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Shows an app password once and asks that it be saved. */
@org.springframework.stereotype.Component
class AppPasswordSaveForm implements TaskForm {

    private final AppPasswordSetup setup;
    private final Times times;

    AppPasswordSaveForm(AppPasswordSetup setup, Times times) {
        this.setup = setup;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("app-password-save");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new ShownPage(setup, task.id(), navigation, times);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
