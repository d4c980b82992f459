package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.recovery.Verdict;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Where the helpdesk decides on a recovery. */
@org.springframework.stereotype.Component
class RecoveryDecideForm implements TaskForm {

    private final RecoveryDecisions decisions;
    private final Times times;

    RecoveryDecideForm(RecoveryDecisions decisions, Times times) {
        this.decisions = decisions;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-decide");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new VerdictPage(
                    decisions,
                    times,
                    task.id(),
                    navigation,
                    "recovery.recovery-decide.",
                    List.of("approve", "ask-more", "refuse"),
                    (answer, reason) -> {
                        RecoveryDecisions.Outcome outcome = decisions.decided(task.id(), verdict(answer), reason);
                        return outcome == RecoveryDecisions.Outcome.DONE ? Optional.empty() : Optional.of("not-enough");
                    });
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }

    private static Verdict verdict(String answer) {
        return switch (answer) {
            case "approve" -> Verdict.APPROVE;
            case "refuse" -> Verdict.REFUSE;
            default -> Verdict.ASK_MORE;
        };
    }
}
