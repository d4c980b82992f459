package org.sekisho.vouching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.vouching.Vouchings;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Asks somebody who knows a person whether it is them. */
@org.springframework.stereotype.Component
class VouchingAnswerForm implements TaskForm {

    private final Vouchings vouchings;
    private final Times times;

    VouchingAnswerForm(Vouchings vouchings, Times times) {
        this.vouchings = vouchings;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("vouching-answer");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new AnswerPage(vouchings, times, task, navigation);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
