package org.sekisho.recovery.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.Set;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.recovery.Recoveries;
import org.sekisho.recovery.RecoveryPasses;
import org.sekisho.workbench.TaskFrame;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** Setting up is for the session that has redeemed the pass alone; afterwards the person sees where their case stands. */
@org.springframework.stereotype.Component
class RecoveryFrame implements TaskFrame {

    private static final Set<FormKey> BEFORE_THE_PASS =
            Set.of(new FormKey("recovery-evidence"), new FormKey("recovery-pass"));

    private final Recoveries recoveries;
    private final RecoveryPasses passes;

    RecoveryFrame(Recoveries recoveries, RecoveryPasses passes) {
        this.recoveries = recoveries;
        this.passes = passes;
    }

    @Override
    public Optional<Component> before(CaseTask task, TaskNavigation navigation) {
        return !recoveries.isOwn(task.caseId()) || BEFORE_THE_PASS.contains(task.form()) || passes.opens(task)
                ? Optional.empty()
                : Optional.of(passNeeded(navigation));
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
