package org.sekisho.recovery.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** The file of a recovery, and what somebody of the helpdesk says to it, with a reason. */
final class VerdictPage extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param texts what the keys of the page's texts begin with
     * @param answers the answers there are, by the last parts of their keys
     * @param act acts on an answer and its reason; gives the last part of the key of what is wrong, where something is
     */
    VerdictPage(
            RecoveryDecisions decisions,
            Times times,
            TaskId task,
            TaskNavigation navigation,
            String texts,
            List<String> answers,
            BiFunction<String, String, Optional<String>> act) {
        ReasonedChoice choice = new ReasonedChoice(texts, answers);
        TaskPage page = new TaskPage(getTranslation(texts + "title")).lead(getTranslation(texts + "lead"));
        page.content(new FileCards(decisions, times, task, navigation), choice);
        page.primary(getTranslation(texts + "submit"), () -> choice.answer().ifPresent(answer -> {
            try {
                act.apply(answer, choice.reason())
                        .ifPresentOrElse(problem -> page.error(getTranslation(texts + problem)), navigation::next);
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        }));
        add(page);
    }
}
