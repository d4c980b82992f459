package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.html.Div;
import org.sekisho.factor.passkey.PasskeySetup;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Stands before the registration where the person has not proved another method a short while ago. */
final class ProofPage extends Div {

    private static final long serialVersionUID = 1L;

    ProofPage(PasskeySetup setup, TaskId task, TaskNavigation navigation) {
        TaskPage page = new TaskPage(getTranslation("factor.passkey.passkey-register.title"))
                .lead(getTranslation("factor.passkey.prove-first.lead"));
        page.primary(getTranslation("factor.passkey.prove-first.submit"), () -> {
            try {
                navigation.to("tasks/" + setup.prove(task));
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        add(page);
    }
}
