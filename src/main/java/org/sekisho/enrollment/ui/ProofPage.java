package org.sekisho.enrollment.ui;

import com.vaadin.flow.component.html.Div;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Stands before the set-up of a further method: whoever comes back to it later proves first that they have the one there is. */
final class ProofPage extends Div {

    private static final long serialVersionUID = 1L;

    ProofPage(Enrollments enrollments, TaskId task, TaskNavigation navigation) {
        TaskPage page =
                new TaskPage(getTranslation("enrollment.proof.title")).lead(getTranslation("enrollment.proof.lead"));
        page.primary(
                getTranslation("enrollment.proof.submit"), () -> navigation.to("tasks/" + enrollments.prove(task)));
        page.quiet(getTranslation("enrollment.proof.later"), () -> navigation.to(""));
        add(page);
    }
}
