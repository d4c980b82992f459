package org.sekisho.dispute.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.dispute.Dispute;
import org.sekisho.dispute.Disputes;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.ReasonedChoice;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** What is disputed, by whom and when; undone or kept, with a reason in either case. */
final class DisputeDecision extends Div {

    private static final long serialVersionUID = 1L;
    private static final String TEXT = "dispute.dispute-check.";

    private final transient Disputes disputes;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final ReasonedChoice<Boolean> decision;

    DisputeDecision(Disputes disputes, Accounts accounts, Times times, CaseTask task, TaskNavigation navigation) {
        this.disputes = disputes;
        this.task = task;
        this.navigation = navigation;
        this.decision =
                new ReasonedChoice<>(TEXT, List.of(true, false), yes -> yes ? "undo" : "keep", Disputes.LONGEST_REASON);
        Dispute dispute = disputes.dispute(task);
        Account account = accounts.get(dispute.account());
        TaskPage page = new TaskPage(text("title")).lead(text("lead"));
        page.content(
                fact(
                        "account",
                        new Span(text(
                                "account.value",
                                account.name(),
                                account.commonId().value(),
                                account.unit()))),
                fact("change", new Span(getTranslation("notice." + dispute.news() + ".subject"))),
                fact("told-at", times.at(dispute.toldAt())),
                fact("disputed-at", times.at(dispute.disputedAt())),
                decision);
        page.primary(text("submit"), this::decide);
        add(page);
    }

    private void decide() {
        decision.answer().ifPresent(yes -> {
            try {
                disputes.decided(task.id(), yes, decision.reason());
                navigation.to("tasks");
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
    }

    private Fact fact(String name, Span value) {
        return new Fact(text(name), value);
    }

    private String text(String part, Object... arguments) {
        return getTranslation(TEXT + part, arguments);
    }
}
