package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Shows a set of codes once and asks that it be saved. */
@org.springframework.stereotype.Component
class RecoveryCodesSaveForm implements TaskForm {

    private final RecoveryCodesSetup setup;
    private final Times times;

    RecoveryCodesSaveForm(RecoveryCodesSetup setup, Times times) {
        this.setup = setup;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-codes-save");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new CodeSheet(setup, task, navigation, times);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
