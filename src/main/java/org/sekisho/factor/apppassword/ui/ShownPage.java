package org.sekisho.factor.apppassword.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.factor.apppassword.ShownPassword;
import org.sekisho.factor.ui.ShownOnce;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.CopyButton;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** The app password, and the button that copies it. */
final class ShownPage extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.apppassword.app-password-save.";

    ShownPage(AppPasswordSetup setup, TaskId task, TaskNavigation navigation, Times times) {
        ShownPassword shown = setup.issue(task);
        Div copying = new Div(new CopyButton(text("copy"), shown.password(), text("copied")));
        copying.addClassName("keep-codes");
        ShownOnce.Keeping keeping = new ShownOnce.Keeping() {
            @Override
            public boolean saved() {
                return setup.saved(task, shown);
            }

            @Override
            public void declined() {
                setup.declined(task);
            }
        };
        add(new ShownOnce(
                TEXT,
                getTranslation(TEXT + "lead", shown.name()),
                times.text(setup.expiresAt(task)),
                keeping,
                navigation,
                password(shown),
                copying));
    }

    private Component password(ShownPassword shown) {
        Span written = new Span(shown.password().reveal());
        written.addClassName("app-password");
        written.getElement().setAttribute("translate", "no");
        Paragraph fact = new Paragraph(new Span(text("password")), written);
        fact.addClassName("fact");
        return fact;
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
