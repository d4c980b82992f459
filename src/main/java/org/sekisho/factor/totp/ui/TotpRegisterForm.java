package org.sekisho.factor.totp.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Pairs the app and has it proved with one code. */
@org.springframework.stereotype.Component
class TotpRegisterForm implements TaskForm {

    private final TotpSetup setup;
    private final Times times;

    TotpRegisterForm(TotpSetup setup, Times times) {
        this.setup = setup;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("totp-register");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new Registration(setup, task, navigation, times);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
