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

/** Where a second person confirms a recovery or does not. */
@org.springframework.stereotype.Component
class RecoveryConfirmForm implements TaskForm {

    private final RecoveryDecisions decisions;
    private final Times times;

    RecoveryConfirmForm(RecoveryDecisions decisions, Times times) {
        this.decisions = decisions;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-confirm");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        try {
            return new VerdictPage(
                    decisions,
                    times,
                    task.id(),
                    navigation,
                    "recovery.recovery-confirm.",
                    List.of("confirm", "refuse"),
                    (answer, reason) -> {
                        decisions.confirmed(task.id(), answer.equals("confirm"), reason);
                        return Optional.empty();
                    });
        } catch (TaskUnavailable gone) {
            navigation.stale();
            return new Div();
        }
    }
}
