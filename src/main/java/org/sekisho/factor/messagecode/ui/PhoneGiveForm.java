package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.messagecode.PhoneSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Asks for a number and for how its codes shall come. */
@org.springframework.stereotype.Component
class PhoneGiveForm implements TaskForm {

    private final PhoneSetup setup;
    private final Times times;

    PhoneGiveForm(PhoneSetup setup, Times times) {
        this.setup = setup;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("phone-give");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new NumberEntry(setup, task, navigation, times);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
