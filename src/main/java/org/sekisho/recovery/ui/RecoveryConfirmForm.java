package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Where a second person confirms a recovery or does not. */
@org.springframework.stereotype.Component
class RecoveryConfirmForm implements TaskForm {

    private final VerdictPages pages;
    private final RecoveryDecisions decisions;

    RecoveryConfirmForm(VerdictPages pages, RecoveryDecisions decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-confirm");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return pages.open(
                task, navigation, List.of(true, false), yes -> yes ? "confirm" : "refuse", (answer, reason) -> {
                    decisions.confirmed(task.id(), answer, reason);
                    return Optional.empty();
                });
    }
}
