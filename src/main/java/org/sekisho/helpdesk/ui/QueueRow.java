package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.Queue;
import org.sekisho.helpdesk.QueuedTask;
import org.sekisho.helpdesk.Urgency;
import org.sekisho.process.TaskId;
import org.sekisho.workbench.Forms;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** One task of the list. */
class QueueRow extends NativeTableRow {

    private static final long serialVersionUID = 1L;

    private final transient Queue queue;
    private final transient Forms forms;
    private final transient Times times;
    private final transient AccountId me;
    private final Checkbox chosen = new Checkbox();
    private final Anchor open;
    private final Anchor file = new Anchor();
    private final Button claim;
    private final Button release;
    private final NativeTableCell account = cell("account");
    private final NativeTableCell kind = cell("kind");
    private final NativeTableCell step = cell("step");
    private final NativeTableCell age = cell("age");
    private final NativeTableCell due = cell("due");
    private final NativeTableCell priority = cell("priority");
    private final NativeTableCell assignee = cell("assignee");
    private String number = "";

    QueueRow(
            TaskId id,
            AccountId me,
            Queue queue,
            Forms forms,
            Times times,
            BiConsumer<TaskId, Boolean> selecting,
            Consumer<TaskId> claiming,
            Consumer<TaskId> releasing) {
        this.me = me;
        this.queue = queue;
        this.forms = forms;
        this.times = times;
        open = new Anchor("tasks/" + id);
        chosen.addValueChangeListener(changed -> selecting.accept(id, changed.getValue()));
        claim = new Button(getTranslation("helpdesk.queue.claim"), click -> claiming.accept(id));
        release = new Button(getTranslation("helpdesk.queue.release"), click -> releasing.accept(id));
        claim.addClassName("queue-claim");
        release.addClassName("queue-release");
        NativeTableCell select = cell("select");
        select.add(chosen);
        NativeTableCell caseCell = cell("case");
        caseCell.add(open);
        NativeTableCell actions = cell("actions");
        for (Button button : new Button[] {claim, release}) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(button);
        }
        file.addClassName("queue-file");
        actions.add(file);
        add(select, caseCell, account, kind, step, age, due, priority, assignee, actions);
    }

    void show(QueuedTask task, Map<AccountId, Account> people, boolean selected) {
        number = task.caseNumber();
        open.setText(number);
        file.setHref(CaseView.route(task.caseId()));
        file.setText(getTranslation("helpdesk.case.file"));
        file.getElement().setAttribute("aria-label", getTranslation("helpdesk.case.file.of", number));
        chosen.setValue(selected);
        chosen.setAriaLabel(getTranslation("helpdesk.queue.select.case", number));
        Optional<Account> subject = task.subject().map(people::get);
        account.removeAll();
        subject.ifPresent(person -> account.add(
                new Span(person.name()),
                new Span(" "),
                new Span(person.commonId().value())));
        kind.setText(getTranslation("helpdesk.kind." + task.process().value()));
        step.setText(getTranslation(forms.title(task.form())));
        age.removeAll();
        age.add(times.ago(task.createdAt()));
        due.removeAll();
        task.dueAt().ifPresent(moment -> {
            boolean overdue = queue.isOverdue(task);
            Span text = times.due(moment, queue.left(task).orElse(Duration.ZERO), overdue);
            due.add(text);
            if (queue.isDueSoon(task)) {
                due.add(new StatusBadge(StatusBadge.Kind.ATTENTION, getTranslation("helpdesk.queue.due-soon")));
            }
        });
        task.followUpAt()
                .ifPresent(moment -> due.add(new StatusBadge(
                        StatusBadge.Kind.WAITING, getTranslation("helpdesk.queue.follow-up.at", times.text(moment)))));
        priority.setText(getTranslation("helpdesk.queue.priority." + QueueView.key(Urgency.of(task.priority()))));
        boolean mine = task.assignee().filter(me::equals).isPresent();
        assignee.setText(task.assignee()
                .map(holder -> mine
                        ? getTranslation("helpdesk.queue.assignee.me")
                        : Optional.ofNullable(people.get(holder))
                                .map(Account::name)
                                .orElse(""))
                .orElseGet(() -> getTranslation("helpdesk.queue.assignee.none")));
        claim.setVisible(task.assignee().isEmpty());
        claim.setAriaLabel(getTranslation("helpdesk.queue.claim.case", number));
        release.setVisible(mine);
        release.setAriaLabel(getTranslation("helpdesk.queue.release.case", number));
    }

    String caseNumber() {
        return number;
    }

    private static NativeTableCell cell(String column) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("queue-" + column);
        return cell;
    }
}
