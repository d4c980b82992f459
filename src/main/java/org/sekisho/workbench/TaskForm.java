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

    /**
     * Whether this session can do the task. Lists leave out one that it cannot, and its address shows that it is not here.
     */
    default boolean canBeDoneHere(CaseTask task) {
        return true;
    }

    /** Builds the screen for one visit. The task has been found and authorised. */
    Component open(CaseTask task, TaskNavigation navigation);
}
