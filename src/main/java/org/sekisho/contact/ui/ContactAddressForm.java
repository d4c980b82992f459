package org.sekisho.contact.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.contact.ContactSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks for an address. */
@org.springframework.stereotype.Component
class ContactAddressForm implements TaskForm {

    private final ContactSetup setup;

    ContactAddressForm(ContactSetup setup) {
        this.setup = setup;
    }

    @Override
    public FormKey key() {
        return new FormKey("contact-address");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return setup.needsProof(task.id())
                ? new ProofPage(setup, task.id(), navigation)
                : new AddressPage(setup, task.id(), navigation);
    }
}
