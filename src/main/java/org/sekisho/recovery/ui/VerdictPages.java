package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.ReasonedChoice;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The file of a recovery, and what somebody of the helpdesk says to it, with a reason: one page for each of the tasks. */
@org.springframework.stereotype.Component
class VerdictPages {

    private final RecoveryDecisions decisions;
    private final Times times;

    VerdictPages(RecoveryDecisions decisions, Times times) {
        this.decisions = decisions;
        this.times = times;
    }

    /**
     * Builds the page of a task.
     *
     * @param answers the answers there are
     * @param key the last part of the key of an answer
     * @param act acts on an answer and its reason; gives the last part of the key of what is wrong, where something is
     */
    <T> Component open(
            CaseTask task,
            TaskNavigation navigation,
            List<T> answers,
            Function<T, String> key,
            BiFunction<T, String, Optional<String>> act) {
        try {
            return page(
                    task,
                    navigation,
                    new ReasonedChoice<>(texts(task), answers, key, RecoveryDecisions.LONGEST_REASON),
                    act);
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }

    private <T> Component page(
            CaseTask task,
            TaskNavigation navigation,
            ReasonedChoice<T> choice,
            BiFunction<T, String, Optional<String>> act) {
        FileCards file = new FileCards(decisions, times, task.id(), navigation);
        String texts = texts(task);
        TaskPage page = new TaskPage(file.getTranslation(texts + "title")).lead(file.getTranslation(texts + "lead"));
        page.content(file, choice);
        page.primary(
                file.getTranslation(texts + "submit"), () -> choice.answer().ifPresent(answer -> {
                    try {
                        act.apply(answer, choice.reason())
                                .ifPresentOrElse(
                                        problem -> page.error(file.getTranslation(texts + problem)), navigation::next);
                    } catch (TaskUnavailable gone) {
                        navigation.stale();
                    }
                }));
        return page;
    }

    private static String texts(CaseTask task) {
        return "recovery." + task.form().value() + ".";
    }
}
