package org.sekisho.verification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.security.SignInGrants;
import org.sekisho.verification.Help;
import org.sekisho.verification.LastResort;
import org.sekisho.verification.Onward;
import org.sekisho.verification.Verification;
import org.sekisho.workbench.Fact;
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
        List<LastResort> resorts = verification.resorts(task);
        resorts.forEach(resort -> page.primary(getTranslation(resort.label()), () -> {
            try {
                LastResort.Answer answer = verification.resorted(task.id(), resort);
                if (answer.goesOn()) {
                    navigation.leaveTo(SignInGrants.COMPLETE_ROUTE);
                } else {
                    page.error(getTranslation(answer.problem()));
                }
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        }));
        Runnable seen = () -> {
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
        };
        if (resorts.isEmpty()) {
            page.primary(text("submit"), seen);
        } else {
            page.quiet(text("submit"), seen);
        }
        add(page);
    }

    private Fact fact(String name, String value) {
        return new Fact(text(name), value);
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
