package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.workbench.TaskFrame;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/**
 * Evidence is given in the browser of the case alone, and a method set up in the session that has redeemed the pass; afterwards the
 * person sees where their case stands.
 */
@org.springframework.stereotype.Component
class RecoveryFrame implements TaskFrame {

    private static final FormKey EVIDENCE = new FormKey("recovery-evidence");
    private static final FormKey PASS = new FormKey("recovery-pass");

    private final Recoveries recoveries;
    private final RecoveryPasses passes;

    RecoveryFrame(Recoveries recoveries, RecoveryPasses passes) {
        this.recoveries = recoveries;
        this.passes = passes;
    }

    @Override
    public Optional<Component> before(CaseTask task, TaskNavigation navigation) {
        if (!recoveries.isOwn(task.caseId()) || task.form().equals(PASS)) {
            return Optional.empty();
        }
        if (task.form().equals(EVIDENCE)) {
            return passes.isPassShownHere(task.caseId()) ? Optional.empty() : Optional.of(begunElsewhere(navigation));
        }
        return passes.opens(task) ? Optional.empty() : Optional.of(passNeeded(navigation));
    }

    private TaskPage begunElsewhere(TaskNavigation navigation) {
        TaskPage page = new TaskPage(RecoveryView.text("elsewhere"));
        page.lead(RecoveryView.text("elsewhere.lead")).lead(RecoveryView.text("elsewhere.not-you"));
        page.primary(RecoveryView.text("withdraw"), () -> {
            recoveries.withdrawn();
            navigation.next();
        });
        return page;
    }

    private TaskPage passNeeded(TaskNavigation navigation) {
        TaskPage page = new TaskPage(RecoveryView.text("pass-needed"));
        page.lead(RecoveryView.text("pass-needed.lead"));
        page.primary(RecoveryView.text("pass-needed.submit"), () -> {
            passes.wantedAnew();
            navigation.next();
        });
        return page;
    }

    @Override
    public Optional<String> afterwards(CaseTask task) {
        return Optional.of(RecoveryView.ROUTE).filter(route -> recoveries.isOwn(task.caseId()));
    }
}
