package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks whether a method is to be removed. */
@org.springframework.stereotype.Component
class MethodRemoveForm implements TaskForm {

    private final MethodChanges changes;

    MethodRemoveForm(MethodChanges changes) {
        this.changes = changes;
    }

    @Override
    public FormKey key() {
        return new FormKey("method-remove");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new RemovePage(changes, task, navigation);
    }
}
