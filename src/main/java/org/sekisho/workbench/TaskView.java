package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.Readings;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The one place where every task is found, authorised, taken, shown and ended. The front end is built from what views
 * use; special forms are no views, so what only they draw with is named here.
 */
@Uses(TextArea.class)
@Uses(Upload.class)
@Route(value = "tasks/:taskId", layout = MainLayout.class)
@PermitAll
class TaskView extends Div implements BeforeEnterObserver, HasDynamicTitle, TaskNavigation {

    private static final long serialVersionUID = 1L;

    private final transient TaskInbox inbox;
    private final transient CurrentUser currentUser;
    private final transient Accounts accounts;
    private final transient Forms forms;
    private final transient SchemaTaskForm schema;
    private final transient Readings readings;
    private final transient List<TaskFrame> frames;
    private final transient List<TaskNotice> notices;
    private String title = "workbench.task.gone.title";
    private transient Optional<CaseTask> shown = Optional.empty();

    TaskView(
            TaskInbox inbox,
            CurrentUser currentUser,
            Accounts accounts,
            Forms forms,
            SchemaTaskForm schema,
            Readings readings,
            ObjectProvider<TaskFrame> frames,
            ObjectProvider<TaskNotice> notices) {
        this.inbox = inbox;
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.forms = forms;
        this.schema = schema;
        this.readings = readings;
        this.frames = frames.orderedStream().toList();
        this.notices = notices.orderedStream().toList();
        addClassName("task-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("taskId").map(TaskId::new).flatMap(this::find));
    }

    /** The task, if this person may see it here. A half-way session sees the tasks of its sign-in case and no other. */
    private Optional<CaseTask> find(TaskId id) {
        return inbox.find(id).filter(this::mayBeSeen);
    }

    private boolean mayBeSeen(CaseTask task) {
        Person person = currentUser.find().orElseThrow();
        boolean open = person.signedIn()
                || person.pendingCase().filter(task.caseId()::equals).isPresent();
        return open && forms.canBeDoneHere(task);
    }

    private void show(Optional<CaseTask> task) {
        shown = task;
        removeAll();
        if (task.isEmpty()) {
            showGone();
            return;
        }
        title = forms.title(task.get().form());
        readings.shown(
                "workbench.task-read",
                Optional.of(task.get().caseId().value()),
                task.get().subject().stream().toList());
        boolean mine = task.get().assignee().filter(this::isMe).isPresent();
        if (!task.get().groups().isEmpty()) {
            notices.forEach(notice -> notice.above(task.get()).ifPresent(this::add));
        }
        if (mine && !task.get().groups().isEmpty()) {
            add(heldByMe(task.get()));
        }
        if (mine) {
            add(frames.stream()
                    .flatMap(frame -> frame.before(task.get(), this).stream())
                    .findFirst()
                    .orElseGet(() -> screen(task.get())));
        } else {
            add(offer(task.get()));
        }
    }

    private Component screen(CaseTask task) {
        return forms.screen(task.form())
                .map(screen -> screen.open(task, this))
                .orElseGet(() -> schema.open(forms.definition(task.form()), task, this));
    }

    private boolean isMe(UUID account) {
        return currentUser
                .find()
                .filter(person -> person.account().value().equals(account))
                .isPresent();
    }

    private TaskPage offer(CaseTask task) {
        TaskPage page = new TaskPage(getTranslation(title));
        subject(task).ifPresent(name -> page.lead(getTranslation("workbench.task.about", name)));
        if (task.assignee().isPresent()) {
            String holder = accounts.find(new AccountId(task.assignee().get()))
                    .map(Account::name)
                    .orElse("");
            page.lead(getTranslation("workbench.task.held", holder));
        } else {
            page.lead(getTranslation("workbench.task.offered"));
            page.primary(getTranslation("workbench.task.take"), () -> {
                inbox.claim(task.id());
                show(find(task.id()));
                MainLayout.readFromTheTop();
                MainLayout.announce(getTranslation("workbench.task.taken"));
            });
        }
        page.quiet(getTranslation("workbench.task.to-list"), () -> to("tasks"));
        return page;
    }

    private Div heldByMe(CaseTask task) {
        Div bar = new Div();
        bar.addClassName("task-held");
        Button giveBack = new Button(getTranslation("workbench.task.give-back"), click -> {
            inbox.release(task.id());
            show(find(task.id()));
            MainLayout.readFromTheTop();
            MainLayout.announce(getTranslation("workbench.task.given-back"));
        });
        giveBack.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        giveBack.setDisableOnClick(true);
        bar.add(
                Glyph.PERSON.component(),
                new Span(subject(task)
                        .map(name -> getTranslation("workbench.task.yours-about", name))
                        .orElseGet(() -> getTranslation("workbench.task.yours"))),
                giveBack);
        return bar;
    }

    private Optional<String> subject(CaseTask task) {
        return task.subject().map(AccountId::new).flatMap(accounts::find).map(Account::name);
    }

    private void showGone() {
        title = "workbench.task.gone.title";
        TaskPage page = new TaskPage(getTranslation(title));
        boolean signedIn = currentUser.find().filter(Person::signedIn).isPresent();
        if (signedIn) {
            page.lead(getTranslation("workbench.task.gone.lead"));
            page.primary(getTranslation("workbench.task.to-status"), () -> to(""));
            page.quiet(getTranslation("workbench.task.to-list"), () -> to("tasks"));
        } else {
            page.lead(getTranslation("workbench.task.gone.half-way"));
            nextOfCase()
                    .ifPresent(task ->
                            page.primary(getTranslation("workbench.task.continue"), () -> to("tasks/" + task.id())));
        }
        add(page);
    }

    /** Where a half-way person's sign-in stands now. */
    private Optional<CaseTask> nextOfCase() {
        return currentUser.find().flatMap(Person::pendingCase).stream()
                .flatMap(pending -> inbox.ofCase(pending).stream())
                .filter(task -> task.assignee().filter(this::isMe).isPresent())
                .findFirst();
    }

    @Override
    public void next() {
        Optional<CaseTask> next = shown.stream()
                .flatMap(task -> inbox.ofCase(task.caseId()).stream())
                .filter(this::mayBeSeen)
                .filter(task -> task.assignee().filter(this::isMe).isPresent())
                .findFirst();
        if (next.isEmpty() && currentUser.find().filter(Person::signedIn).isEmpty()) {
            shown.flatMap(this::afterwards).ifPresentOrElse(this::to, this::stale);
            return;
        }
        boolean forGroup = shown.filter(task -> !task.groups().isEmpty()).isPresent();
        to(next.map(task -> "tasks/" + task.id())
                .or(() -> shown.flatMap(this::afterwards))
                .orElse(forGroup ? "tasks" : ""));
    }

    private Optional<String> afterwards(CaseTask task) {
        return frames.stream().flatMap(frame -> frame.afterwards(task).stream()).findFirst();
    }

    @Override
    public void stale() {
        show(Optional.empty());
        MainLayout.readFromTheTop();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
