package org.sekisho.vouching.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.Locale;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.vouching.VouchAnswer;
import org.sekisho.vouching.Vouchings;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Who asks, what to do before answering, and the answer; behind a proof that it is really who was asked. */
final class AnswerPage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Vouchings vouchings;
    private final transient TaskId task;
    private final transient TaskNavigation navigation;

    AnswerPage(Vouchings vouchings, Times times, CaseTask task, TaskNavigation navigation) {
        this.vouchings = vouchings;
        this.task = task.id();
        this.navigation = navigation;
        Vouchings.Question question = vouchings.question(task.id());
        TaskPage page = new TaskPage(text("title"))
                .lead(text("lead." + key(question.relation()), question.person(), times.text(question.askedAt())))
                .lead(text("speak"));
        task.dueAt().ifPresent(until -> page.lead(text("until", times.text(until))));
        if (vouchings.needsProof()) {
            page.lead(text("proof"));
            page.primary(text("proof.submit"), this::prove);
        } else {
            ask(page, question.person());
        }
        add(page);
    }

    private void ask(TaskPage page, String person) {
        RadioButtonGroup<VouchAnswer> answer = new RadioButtonGroup<>(text("question", person));
        answer.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        answer.setItems(VouchAnswer.values());
        answer.setItemLabelGenerator(choice -> text(key(choice)));
        page.content(answer);
        page.primary(text("submit"), () -> {
            if (answer.isEmpty()) {
                FieldProblem.show(answer, text("choose"));
            } else {
                answer(page, answer.getValue());
            }
        });
    }

    private void answer(TaskPage page, VouchAnswer answer) {
        try {
            if (vouchings.answered(task, answer)) {
                thank();
            } else {
                page.error(text("too-new"));
            }
        } catch (ProofNeeded first) {
            prove();
        } catch (TaskUnavailable gone) {
            navigation.stale();
        }
    }

    private void thank() {
        removeAll();
        TaskPage page = new TaskPage(text("thanks")).lead(text("thanks.lead"));
        page.primary(text("thanks.submit"), () -> navigation.to("tasks"));
        add(page);
        MainLayout.readFromTheTop();
    }

    private void prove() {
        navigation.to("tasks/" + vouchings.prove(task));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String part, Object... arguments) {
        return getTranslation("vouching.vouching-answer." + part, arguments);
    }
}
