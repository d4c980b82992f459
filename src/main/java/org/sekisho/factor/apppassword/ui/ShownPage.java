package org.sekisho.factor.apppassword.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.factor.apppassword.ShownPassword;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The app password, the button that copies it, and the box that says that it is saved. */
final class ShownPage extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.apppassword.app-password-save.";

    private final transient AppPasswordSetup setup;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;
    private final transient ShownPassword shown;
    private final Checkbox saved = new Checkbox(text("saved"));
    private final TaskPage page = new TaskPage(text("title"));

    ShownPage(AppPasswordSetup setup, TaskId task, TaskNavigation navigation, Times times) {
        this.setup = setup;
        this.task = task;
        this.navigation = navigation;
        this.shown = setup.issue(task);
        page.lead(getTranslation(TEXT + "lead", shown.name())).lead(text("once"));
        Div keeping = new Div(new CopyButton(text("copy"), shown.password(), text("copied")));
        keeping.addClassName("keep-codes");
        page.content(
                password(),
                keeping,
                new Paragraph(getTranslation(TEXT + "until", times.text(setup.expiresAt(task)))),
                saved);
        page.primary(text("submit"), this::save);
        page.quiet(text("decline"), this::decline);
        add(page);
    }

    private Component password() {
        Span written = new Span(shown.password().reveal());
        written.addClassName("app-password");
        written.getElement().setAttribute("translate", "no");
        Paragraph fact = new Paragraph(new Span(text("password")), written);
        fact.addClassName("fact");
        return fact;
    }

    private void save() {
        if (!saved.getValue()) {
            FieldProblem.show(saved, text("tick"));
            return;
        }
        try {
            if (setup.saved(task, shown)) {
                navigation.next();
            } else {
                page.error(text("newer"));
            }
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void decline() {
        try {
            setup.declined(task);
            navigation.next();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
