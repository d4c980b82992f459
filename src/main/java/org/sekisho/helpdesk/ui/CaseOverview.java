package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.helpdesk.QueuePage;
import org.sekisho.helpdesk.QueuedTask;
import org.sekisho.helpdesk.Urgency;
import org.sekisho.process.CasePath;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.Fact;

/** Whom the case is about, what waits of it and for whom, and where it stands. */
class CaseOverview extends Div implements CasePage.CaseTab {

    private static final long serialVersionUID = 1L;

    private final transient CaseParts parts;

    CaseOverview(CaseParts parts) {
        this.parts = parts;
        addClassName("case-cards");
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(CaseFile file) {
        removeAll();
        file.subject().map(this::person).ifPresent(this::add);
        add(stands(file));
        Map<AccountId, Account> people = parts.queue().people(new QueuePage(file.tasks(), false));
        file.tasks().forEach(task -> add(task(task, people)));
        if (file.tasks().isEmpty()) {
            add(new Card(text("tasks")).body(new Paragraph(text("tasks.none"))));
        }
    }

    private Card person(Account person) {
        return new Card(text("person"))
                .body(
                        fact("account", person.name()),
                        fact("common-id", person.commonId().value()),
                        fact("unit", person.unit()),
                        fact("affiliation", text("affiliation." + QueueView.key(person.affiliation()))),
                        fact("rank", text("rank." + QueueView.key(person.rank()))));
    }

    private Card stands(CaseFile file) {
        Card card = new Card(text("stands"));
        List<Fact> now = file.paths().stream()
                .flatMap(path -> path.steps().stream()
                        .filter(CasePath.Step::now)
                        .filter(step -> step.called().isEmpty())
                        .map(step -> new Fact(
                                parts.models().step(path, step), parts.times().ago(step.enteredAt()))))
                .toList();
        now.forEach(card::body);
        if (now.isEmpty()) {
            card.body(new Paragraph(text(
                    file.endedAt().isPresent()
                            ? "stands.ended"
                            : file.paths().isEmpty() ? "stands.unknown" : "stands.between")));
        }
        return card;
    }

    private Card task(QueuedTask task, Map<AccountId, Account> people) {
        String name = getTranslation(parts.forms().title(task.form()));
        Span due = task.dueAt()
                .map(moment -> parts.times()
                        .due(
                                moment,
                                parts.queue().left(task).orElse(Duration.ZERO),
                                parts.queue().isOverdue(task)))
                .orElseGet(() -> new Span(text("task.due.none")));
        String holder = task.assignee()
                .map(id ->
                        Optional.ofNullable(people.get(id)).map(Account::name).orElse(""))
                .orElseGet(() -> getTranslation("helpdesk.queue.assignee.none"));
        Anchor open = new Anchor("tasks/" + task.id(), text("task.open"));
        open.getElement().setAttribute("aria-label", text("task.open.of", name));
        return new Card(name)
                .body(
                        fact("task.holder", holder),
                        new Fact(text("task.due"), due),
                        fact(
                                "task.priority",
                                getTranslation(
                                        "helpdesk.queue.priority." + QueueView.key(Urgency.of(task.priority())))))
                .actions(open);
    }

    private Fact fact(String name, String value) {
        return new Fact(text(name), value);
    }

    private String text(String part, Object... arguments) {
        return getTranslation("helpdesk.case.overview." + part, arguments);
    }
}
