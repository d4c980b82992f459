package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.html.Div;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Stands before a change: whoever makes it proves first that they have one of the methods. */
final class ProofPage extends Div {

    private static final long serialVersionUID = 1L;

    ProofPage(MethodChanges changes, TaskId task, TaskNavigation navigation) {
        TaskPage page = new TaskPage(getTranslation("methodchange.proof.title"))
                .lead(getTranslation("methodchange.proof.lead"));
        page.primary(getTranslation("methodchange.proof.submit"), () -> navigation.to("tasks/" + changes.prove(task)));
        page.quiet(getTranslation("methodchange.give-up"), () -> {
            changes.withdrawn();
            navigation.to(MethodChanges.ROUTE);
        });
        add(page);
    }
}
