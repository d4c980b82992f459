package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks whether a method is to be the default. */
@org.springframework.stereotype.Component
class MethodPreferForm implements TaskForm {

    private final MethodChanges changes;

    MethodPreferForm(MethodChanges changes) {
        this.changes = changes;
    }

    @Override
    public FormKey key() {
        return new FormKey("method-prefer");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new PreferPage(changes, task, navigation);
    }
}
