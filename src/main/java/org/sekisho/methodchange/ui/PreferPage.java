package org.sekisho.methodchange.ui;

import org.sekisho.factor.Factor;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Says what the default is for, and asks. */
final class PreferPage extends ChangePage {

    private static final long serialVersionUID = 1L;

    PreferPage(MethodChanges changes, CaseTask task, TaskNavigation navigation) {
        super(changes, task, navigation);
    }

    @Override
    TaskPage page(Factor method) {
        TaskPage page = new TaskPage(getTranslation("methodchange.method-prefer.title"))
                .lead(getTranslation("methodchange.method-prefer.lead", nameOf(method)));
        page.primary(
                getTranslation("methodchange.method-prefer.submit"), () -> finish(() -> changes.preferred(task.id())));
        page.quiet(getTranslation("methodchange.give-up"), this::giveUp);
        return page;
    }
}
