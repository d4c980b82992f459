package org.sekisho.dispute.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.directory.Accounts;
import org.sekisho.dispute.Disputes;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Where the helpdesk decides on a disputed change. */
@org.springframework.stereotype.Component
class DisputeCheckForm implements TaskForm {

    private final Disputes disputes;
    private final Accounts accounts;
    private final Times times;

    DisputeCheckForm(Disputes disputes, Accounts accounts, Times times) {
        this.disputes = disputes;
        this.accounts = accounts;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("dispute-check");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new DisputeDecision(disputes, accounts, times, task, navigation);
    }
}
