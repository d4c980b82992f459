package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.sekisho.factor.messagecode.PhoneSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Has a number proved with the message or call that went out to it. */
@org.springframework.stereotype.Component
class PhoneAnswerForm implements TaskForm {

    private final PhoneSetup setup;
    private final LiveUpdates live;
    private final Times times;
    private final Clock clock;

    PhoneAnswerForm(PhoneSetup setup, LiveUpdates live, Times times, Clock clock) {
        this.setup = setup;
        this.live = live;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public FormKey key() {
        return new FormKey("phone-answer");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new NumberProof(setup, task.id(), navigation, live, times, clock);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
