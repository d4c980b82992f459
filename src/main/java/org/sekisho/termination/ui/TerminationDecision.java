package org.sekisho.termination.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.termination.Termination;
import org.sekisho.termination.TerminationState;
import org.sekisho.termination.Terminations;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.ReasonedChoice;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.Times;

/** Who wants to do without MFA, and why; approved or refused, with a reason in either case. */
final class TerminationDecision extends Div {

    private static final long serialVersionUID = 1L;
    private static final String TEXT = "termination.termination-decide.";

    private final transient Terminations terminations;
    private final transient CaseTask task;
    private final transient TaskNavigation navigation;
    private final ReasonedChoice<Boolean> decision;

    TerminationDecision(
            Terminations terminations, Accounts accounts, Times times, CaseTask task, TaskNavigation navigation) {
        this.terminations = terminations;
        this.task = task;
        this.navigation = navigation;
        this.decision = new ReasonedChoice<>(
                TEXT, List.of(true, false), yes -> yes ? "approve" : "refuse", Terminations.LONGEST_REASON);
        Termination request = terminations.request(task);
        Account account = accounts.get(request.account());
        TaskPage page = new TaskPage(text("title")).lead(text("lead"));
        boolean second = request.state() == TerminationState.CONFIRMING;
        if (second) {
            page.lead(text("second"));
        }
        page.content(
                fact(
                        "account",
                        new Span(text(
                                "account.value",
                                account.name(),
                                account.commonId().value(),
                                account.unit()))),
                fact("rank", new Span(text("rank." + account.rank().name().toLowerCase(Locale.ROOT)))),
                fact("requested-at", times.at(request.requestedAt())),
                fact("why", new Span(request.reason())));
        request.decisionReason()
                .filter(given -> second)
                .ifPresent(given -> page.content(fact("first", new Span(given))));
        page.content(decision);
        page.primary(text("submit"), this::decide);
        add(page);
    }

    private void decide() {
        decision.answer().ifPresent(yes -> {
            try {
                terminations.decided(task.id(), yes, decision.reason());
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
