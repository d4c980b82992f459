package org.sekisho.contact.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import org.sekisho.contact.ContactSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Asks for the code that was sent to the address. */
@org.springframework.stereotype.Component
class ContactCodeForm implements TaskForm {

    private final ContactSetup setup;
    private final LiveUpdates live;
    private final Times times;
    private final Clock clock;

    ContactCodeForm(ContactSetup setup, LiveUpdates live, Times times, Clock clock) {
        this.setup = setup;
        this.live = live;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public FormKey key() {
        return new FormKey("contact-code");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        if (setup.needsProof(task.id())) {
            return new ProofPage(setup, task.id(), navigation);
        }
        return new CodePage(setup, task.id(), navigation, live, times, clock);
    }
}
