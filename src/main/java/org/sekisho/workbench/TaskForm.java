package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;

/**
 * The screen of a user task that needs more than its {@code .form} can say. A bean of this type is found by its key; without
 * one the form file itself is shown.
 */
public interface TaskForm {

    FormKey key();

    /** Builds the screen for one visit. The task has been found and authorised. */
    Component open(CaseTask task, TaskNavigation navigation);
}
