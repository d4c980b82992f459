package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.sekisho.factor.Factor;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** One field for a name. */
final class NamePage extends ChangePage {

    private static final long serialVersionUID = 1L;

    NamePage(MethodChanges changes, CaseTask task, TaskNavigation navigation) {
        super(changes, task, navigation);
    }

    @Override
    TaskPage page(Factor method) {
        TextField name = new TextField(getTranslation("methodchange.method-name.field"));
        name.setHelperText(getTranslation("methodchange.method-name.hint"));
        name.setMaxLength(MethodChanges.LONGEST_NAME);
        method.name().ifPresent(name::setValue);
        TaskPage page = new TaskPage(getTranslation("methodchange.method-name.title"))
                .lead(getTranslation("methodchange.method-name.lead", nameOf(method)))
                .content(name);
        page.primary(getTranslation("methodchange.method-name.submit"), () -> {
            if (name.getValue().isBlank()) {
                FieldProblem.show(name, getTranslation("methodchange.method-name.empty"));
            } else {
                finishUnless(
                        () -> changes.named(task.id(), name.getValue()),
                        problem -> FieldProblem.show(name, getTranslation(problem)));
            }
        });
        page.quiet(getTranslation("methodchange.method-name.keep"), () -> finish(() -> changes.notNamed(task.id())));
        return page;
    }
}
