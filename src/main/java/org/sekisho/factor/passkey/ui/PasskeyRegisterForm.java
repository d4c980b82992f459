package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.passkey.PasskeySetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Has a passkey named and made. */
@org.springframework.stereotype.Component
class PasskeyRegisterForm implements TaskForm {

    private final PasskeySetup setup;
    private final Times times;

    PasskeyRegisterForm(PasskeySetup setup, Times times) {
        this.setup = setup;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("passkey-register");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return setup.needsProof(task.id())
                    ? new ProofPage(setup, task.id(), navigation)
                    : new RegistrationPage(setup, task.id(), navigation, times);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
