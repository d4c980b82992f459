package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sekisho.factor.Factor;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** The frame of a task about one method: its question, or that the method has ended meanwhile; and always the way back. */
abstract class ChangePage extends Div {

    private static final long serialVersionUID = 1L;

    final transient MethodChanges changes;
    final transient CaseTask task;
    private final transient TaskNavigation navigation;

    ChangePage(MethodChanges changes, CaseTask task, TaskNavigation navigation) {
        this.changes = changes;
        this.task = task;
        this.navigation = navigation;
        changes.method(task).ifPresentOrElse(method -> add(page(method)), this::showEnded);
    }

    abstract TaskPage page(Factor method);

    /** What the person calls the method, else the name of its kind. */
    final String nameOf(Factor method) {
        return method.name().orElseGet(() -> getTranslation("factor." + method.kind() + ".name"));
    }

    /** Does something about the task and goes back to the methods. */
    final void finish(Runnable work) {
        finishUnless(
                () -> {
                    work.run();
                    return Optional.<String>empty();
                },
                problem -> {});
    }

    /** Goes back to the methods only where the work finds no problem. */
    final void finishUnless(Supplier<Optional<String>> work, Consumer<String> problem) {
        try {
            work.get().ifPresentOrElse(problem, () -> navigation.to(MethodChanges.ROUTE));
        } catch (ProofNeeded first) {
            navigation.to("tasks/" + task.id());
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    final void giveUp() {
        finish(changes::withdrawn);
    }

    private void showEnded() {
        TaskPage page = new TaskPage(getTranslation("methodchange.ended.title"))
                .lead(getTranslation("methodchange.ended.lead"));
        page.primary(getTranslation("methodchange.back"), this::giveUp);
        add(page);
    }
}
