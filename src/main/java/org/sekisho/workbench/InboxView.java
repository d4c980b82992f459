package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.audit.Readings;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.Access;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;

/** Everything that waits for the person and can be done here: their own tasks, and those that their groups are offered. */
@Route(value = "tasks", layout = MainLayout.class)
@RolesAllowed(Access.SIGNED_IN)
@PageTitle("workbench.inbox.title")
@Menu(title = "workbench.inbox.title", order = 2, icon = "inbox")
class InboxView extends Div {

    private static final long serialVersionUID = 1L;

    /** How often an open list is looked at again. */
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final transient TaskInbox inbox;
    private final transient Accounts accounts;
    private final transient Forms forms;
    private final transient Times times;
    private final transient Readings readings;
    private final boolean staff;
    private final UUID me;
    private final Div lists = new Div();
    private transient List<CaseTask> shown = List.of();

    InboxView(
            TaskInbox inbox,
            CurrentUser currentUser,
            Accounts accounts,
            Forms forms,
            Times times,
            Readings readings,
            LiveUpdates liveUpdates) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.forms = forms;
        this.times = times;
        this.readings = readings;
        Person person = currentUser.get();
        staff = person.roles().stream().anyMatch(Role::isStaff);
        me = person.account().value();
        addClassNames("page", staff ? "compact" : "roomy");
        add(new H1(getTranslation("workbench.inbox.title")), lists);
        show();
        liveUpdates.refresh(this, REFRESH, this::refresh);
    }

    private void refresh() {
        int before = shown.size();
        show();
        if (shown.size() > before) {
            MainLayout.announce(getTranslation("workbench.inbox.changed", shown.size()));
        }
    }

    private void show() {
        List<CaseTask> own = inbox.own().stream().filter(forms::canBeDoneHere).toList();
        List<CaseTask> offered = inbox.offered().stream()
                .filter(task -> task.assignee().filter(me::equals).isEmpty())
                .toList();
        shown = Stream.concat(own.stream(), offered.stream()).toList();
        Map<UUID, String> names = staff ? names(shown) : Map.of();
        lists.removeAll();
        if (shown.isEmpty()) {
            lists.add(new EmptyState(
                    Glyph.INBOX,
                    getTranslation("workbench.inbox.empty"),
                    getTranslation(staff ? "workbench.inbox.empty.staff" : "workbench.inbox.empty.holder")));
            return;
        }
        if (!own.isEmpty()) {
            lists.add(section("workbench.inbox.own", own, names));
        }
        if (!offered.isEmpty()) {
            lists.add(section("workbench.inbox.offered", offered, names));
        }
    }

    private Map<UUID, String> names(List<CaseTask> tasks) {
        List<AccountId> ids = tasks.stream()
                .flatMap(task -> Stream.of(task.subject(), task.assignee()))
                .flatMap(Optional::stream)
                .distinct()
                .map(AccountId::new)
                .toList();
        Map<UUID, String> names = new HashMap<>();
        accounts.findAll(ids).forEach((id, account) -> names.put(id.value(), describe(account)));
        readings.shown("workbench.tasks-read", Optional.empty(), names.keySet());
        return names;
    }

    private static String describe(Account account) {
        return account.name() + " (" + account.commonId().value() + ")";
    }

    private Component section(String heading, List<CaseTask> tasks, Map<UUID, String> names) {
        UnorderedList list = new UnorderedList();
        list.addClassName("task-list");
        tasks.forEach(task -> list.add(row(task, names)));
        Section section = new Section(new H2(getTranslation(heading)), list);
        section.addClassName("task-section");
        return section;
    }

    private ListItem row(CaseTask task, Map<UUID, String> names) {
        Anchor title = new Anchor("tasks/" + task.id(), getTranslation(forms.title(task.form())));
        title.addClassName("task-title");
        Paragraph facts = new Paragraph();
        facts.addClassName("task-facts");
        task.subject().map(names::get).ifPresent(name -> facts.add(new Span(name)));
        facts.add(new Span(new Span(getTranslation("workbench.inbox.since") + " "), times.ago(task.createdAt())));
        task.dueAt().ifPresent(due -> facts.add(new Span(Glyph.CLOCK.component(), times.due(due))));
        ListItem item = new ListItem(title, facts);
        task.assignee()
                .filter(assignee -> !assignee.equals(me))
                .ifPresent(assignee -> item.add(new StatusBadge(
                        StatusBadge.Kind.NEUTRAL,
                        getTranslation("workbench.inbox.held", names.getOrDefault(assignee, "")))));
        return item;
    }
}
