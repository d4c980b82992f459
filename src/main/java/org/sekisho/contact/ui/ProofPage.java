package org.sekisho.contact.ui;

import com.vaadin.flow.component.html.Div;
import org.sekisho.contact.ContactSetup;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Stands before a change by a person who has a method already and has not proved it in this session. */
final class ProofPage extends Div {

    private static final long serialVersionUID = 1L;

    ProofPage(ContactSetup setup, TaskId task, TaskNavigation navigation) {
        TaskPage page = new TaskPage(getTranslation("contact.proof.title")).lead(getTranslation("contact.proof.lead"));
        page.primary(getTranslation("contact.proof.submit"), () -> navigation.to("tasks/" + setup.prove(task)));
        add(page);
    }
}
