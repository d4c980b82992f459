package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.recovery.Verdict;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Where the helpdesk decides on a recovery. */
@org.springframework.stereotype.Component
class RecoveryDecideForm implements TaskForm {

    private final VerdictPages pages;
    private final RecoveryDecisions decisions;

    RecoveryDecideForm(VerdictPages pages, RecoveryDecisions decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    @Override
    public FormKey key() {
        return new FormKey("recovery-decide");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return pages.open(task, navigation, List.of(Verdict.values()), RecoveryDecideForm::key, (answer, reason) -> {
            RecoveryDecisions.Outcome outcome = decisions.decided(task.id(), answer, reason);
            return outcome == RecoveryDecisions.Outcome.DONE ? Optional.empty() : Optional.of("not-enough");
        });
    }

    private static String key(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> "approve";
            case ASK_MORE -> "ask-more";
            case REFUSE -> "refuse";
        };
    }
}
