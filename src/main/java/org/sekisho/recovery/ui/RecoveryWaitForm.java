package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Where a lead who had no part in the decision may end the wait of a recovery early, or the case. */
@org.springframework.stereotype.Component
class RecoveryWaitForm implements TaskForm {

    private final RecoveryDecisions decisions;
    private final Times times;

    RecoveryWaitForm(RecoveryDecisions decisions, Times times) {
        this.decisions = decisions;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-wait");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new VerdictPage(
                    decisions,
                    times,
                    task.id(),
                    navigation,
                    "recovery.recovery-wait.",
                    List.of("shorten", "stop"),
                    (answer, reason) -> {
                        decisions.waitEnded(task.id(), answer.equals("stop"), reason);
                        return Optional.empty();
                    });
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
