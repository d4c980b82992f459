package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Where a person has a pass made and enters it. */
@org.springframework.stereotype.Component
class RecoveryPassForm implements TaskForm {

    private final RecoveryPasses recoveryPasses;
    private final Recoveries recoveries;
    private final Times times;

    RecoveryPassForm(RecoveryPasses recoveryPasses, Recoveries recoveries, Times times) {
        this.recoveryPasses = recoveryPasses;
        this.recoveries = recoveries;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-pass");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new PassPage(recoveryPasses, recoveries, times, task.id(), navigation);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
