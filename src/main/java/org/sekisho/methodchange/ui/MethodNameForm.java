package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks what to call a method. */
@org.springframework.stereotype.Component
class MethodNameForm implements TaskForm {

    private final MethodChanges changes;

    MethodNameForm(MethodChanges changes) {
        this.changes = changes;
    }

    @Override
    public FormKey key() {
        return new FormKey("method-name");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new NamePage(changes, task, navigation);
    }
}
