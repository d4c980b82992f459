package org.sekisho.verification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.verification.Help;
import org.sekisho.verification.Onward;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Where help is and when it is open. */
final class HelpNotice extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "verification.factor-none.";

    HelpNotice(CaseTask task, TaskNavigation navigation, Verification verification) {
        Help help = verification.help();
        TaskPage page = new TaskPage(text("title")).lead(text("lead")).lead(text("bring"));
        page.content(
                fact("phone", help.phone()),
                fact("place", help.place()),
                fact(
                        "hours",
                        getTranslation(
                                TEXT + "hours.value",
                                help.opens().toString(),
                                help.closes().toString())),
                new Paragraph(text("later")));
        page.primary(text("submit"), () -> {
            try {
                Onward onward = verification.helpSeen(task.id());
                if (onward instanceof Onward.SignInAgain) {
                    removeAll();
                    add(Exits.over(this, "help", onward, navigation));
                } else {
                    Exits.follow(onward, navigation);
                }
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        add(page);
    }

    private Paragraph fact(String name, String value) {
        Paragraph fact = new Paragraph(new Span(text(name)), new Span(value));
        fact.addClassName("fact");
        return fact;
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
