package org.sekisho.methodchange.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.TaskFrame;
import org.sekisho.workbench.TaskNavigation;

/** A fresh proof stands before every task of a change, those of any set-up included; afterwards one sees one's methods. */
@org.springframework.stereotype.Component
class ChangeFrame implements TaskFrame {

    private final MethodChanges changes;

    ChangeFrame(MethodChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<Component> before(CaseTask task, TaskNavigation navigation) {
        return changes.isOwn(task.caseId()) && changes.needsProof()
                ? Optional.of(new ProofPage(changes, task.id(), navigation))
                : Optional.empty();
    }

    @Override
    public Optional<String> afterwards(CaseTask task) {
        return Optional.of(MethodChanges.ROUTE).filter(route -> changes.isOwn(task.caseId()));
    }
}
