package org.sekisho.methodchange.ui;

import org.sekisho.factor.Factor;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Says what is lost with a method, and asks. */
final class RemovePage extends ChangePage {

    private static final long serialVersionUID = 1L;

    RemovePage(MethodChanges changes, CaseTask task, TaskNavigation navigation) {
        super(changes, task, navigation);
    }

    @Override
    TaskPage page(Factor method) {
        TaskPage page = new TaskPage(getTranslation("methodchange.method-remove.title"))
                .lead(getTranslation("methodchange.method-remove.lead", nameOf(method)));
        if (changes.leavesOnlyOne(task)) {
            page.lead(getTranslation("methodchange.method-remove.only-one"));
        }
        page.primary(getTranslation("methodchange.method-remove.submit"), () -> finish(() -> remove(page)));
        page.quiet(getTranslation("methodchange.give-up"), this::giveUp);
        return page;
    }

    private void remove(TaskPage page) {
        if (!changes.removed(task.id())) {
            // another change has made it the last one meanwhile: the screen of methods says what can be done
            changes.withdrawn();
        }
    }
}
