package org.sekisho.verification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Says how to reach the helpdesk. */
@org.springframework.stereotype.Component
class FactorNoneForm implements TaskForm {

    private final Verification verification;

    FactorNoneForm(Verification verification) {
        this.verification = verification;
    }

    @Override
    public FormKey key() {
        return new FormKey("factor-none");
    }

    @Override
    public boolean canBeDoneHere(CaseTask task) {
        return verification.belongsHere(task);
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new HelpNotice(task, navigation, verification);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
