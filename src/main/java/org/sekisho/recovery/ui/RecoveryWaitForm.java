package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Where a lead who had no part in the decision may end the wait of a recovery early, or the case. */
@org.springframework.stereotype.Component
class RecoveryWaitForm implements TaskForm {

    private final VerdictPages pages;
    private final RecoveryDecisions decisions;

    RecoveryWaitForm(VerdictPages pages, RecoveryDecisions decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-wait");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return pages.open(
                task, navigation, List.of(false, true), stop -> stop ? "stop" : "shorten", (answer, reason) -> {
                    decisions.waitEnded(task.id(), answer, reason);
                    return Optional.empty();
                });
    }
}
