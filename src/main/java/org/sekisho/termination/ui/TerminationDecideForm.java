package org.sekisho.termination.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.termination.Terminations;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.Times;

/** Where the helpdesk decides on a request to do without MFA. */
@org.springframework.stereotype.Component
class TerminationDecideForm implements TaskForm {

    private final Terminations terminations;
    private final Accounts accounts;
    private final Times times;

    TerminationDecideForm(Terminations terminations, Accounts accounts, Times times) {
        this.terminations = terminations;
        this.accounts = accounts;
        this.times = times;
    }

    @Override
    public FormKey key() {
        return new FormKey("termination-decide");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new TerminationDecision(terminations, accounts, times, task, navigation);
    }
}
