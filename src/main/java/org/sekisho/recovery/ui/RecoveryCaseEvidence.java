package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskInbox;
import org.sekisho.recovery.RecoveryDecisions;
import org.sekisho.security.CurrentUser;
import org.sekisho.workbench.CaseEvidence;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** The evidence of a recovery on its case's page: for whoever is offered a task of it, and for nobody once that is done. */
@org.springframework.stereotype.Component
class RecoveryCaseEvidence implements CaseEvidence {

    private final RecoveryDecisions decisions;
    private final TaskInbox inbox;
    private final CurrentUser user;
    private final Times times;

    RecoveryCaseEvidence(RecoveryDecisions decisions, TaskInbox inbox, CurrentUser user, Times times) {
        this.decisions = decisions;
        this.inbox = inbox;
        this.user = user;
        this.times = times;
    }

    @Override
    public Optional<Component> of(CaseId caseId, TaskNavigation navigation) {
        return inbox.ofCase(caseId).stream()
                .filter(RecoveryDecisions::asks)
                .findFirst()
                .map(task -> new FileCards(decisions, times, task.id(), navigation, isHeld(task)));
    }

    private boolean isHeld(CaseTask task) {
        return task.assignee().equals(Optional.of(user.get().account().value()));
    }
}
