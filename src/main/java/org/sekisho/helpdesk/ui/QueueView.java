package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.Dispatch;
import org.sekisho.helpdesk.Dispatch.Outcome;
import org.sekisho.helpdesk.Queue;
import org.sekisho.helpdesk.QueueCounts;
import org.sekisho.helpdesk.QueueFilter;
import org.sekisho.helpdesk.QueueNews;
import org.sekisho.helpdesk.QueueOrder;
import org.sekisho.helpdesk.QueuePage;
import org.sekisho.helpdesk.QueueSearch;
import org.sekisho.helpdesk.QueuedTask;
import org.sekisho.helpdesk.SavedFilter;
import org.sekisho.helpdesk.SavedFilters;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.security.CurrentUser;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Forms;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** What waits for agents: filtered, searched, taken, given to others; live while it is open. */
@Route(value = "helpdesk", layout = MainLayout.class)
@Menu(title = "helpdesk.queue.title", icon = "helpdesk", order = 20)
@RolesAllowed({"HELPDESK", "LEAD"})
class QueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 50;

    /** News of other nodes, and the time that goes by, are shown this late at most. */
    private static final Duration REFRESH = Duration.ofSeconds(15);

    private static final List<String> COLUMNS =
            List.of("select", "case", "account", "kind", "step", "age", "due", "priority", "assignee", "actions");

    /**
     * Single letters act while the focus is in the list alone, and never in a field, so that they are in nobody's way (WCAG 2.1.4).
     * Opening with the Enter key is the link's own.
     */
    private static final String KEYS = """
            this.addEventListener('keydown', event => {
              const target = event.composedPath()[0];
              if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing
                  || target.matches('input, textarea') || target.closest('vaadin-select, vaadin-select-overlay')) {
                return;
              }
              const links = Array.from(this.querySelectorAll('td.queue-case a'));
              const row = document.activeElement.closest('tr');
              const at = links.findIndex(link => row !== null && row.contains(link));
              const press = kind => row && row.querySelector('.queue-' + kind + ':not([hidden])')?.click();
              const keys = {
                j: () => links[Math.min(at + 1, links.length - 1)]?.focus(),
                k: () => links[Math.max(at - 1, 0)]?.focus(),
                c: () => press('claim'),
                r: () => press('release'),
                o: () => press('file'),
                '/': () => this.querySelector('.queue-tools vaadin-text-field').focus(),
                '?': () => { const help = this.querySelector('.queue-keys'); help.opened = !help.opened; }
              };
              if (Object.hasOwn(keys, event.key)) {
                event.preventDefault();
                keys[event.key]();
              }
            });
            """;

    private final transient Queue queue;
    private final transient Dispatch dispatch;
    private final transient Forms forms;
    private final transient Times times;
    private final AccountId me;
    private final Map<QueueFilter, Button> filters = new EnumMap<>(QueueFilter.class);
    private final TextField text = new TextField();
    private final Select<String> kind = new Select<>();
    private final Select<QueueOrder> order = new Select<>();
    private final transient SavedFilters savedFilters;
    private final OwnFilters own;
    private final Div list = new Div();
    private final Div more = new Div();
    private final UnorderedList results = new UnorderedList();
    private final SelectionBar bar;
    private final transient Set<TaskId> selected = new LinkedHashSet<>();
    private final transient Map<TaskId, QueueRow> rows = new LinkedHashMap<>();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTable table = new NativeTable();
    private final EmptyState nothing;
    private transient QueueSearch search = QueueSearch.everything();
    private transient Optional<UUID> saved = Optional.empty();
    private int limit = PAGE;
    private boolean placing;

    QueueView(
            Queue queue,
            Dispatch dispatch,
            SavedFilters savedFilters,
            QueueNews news,
            Forms forms,
            Times times,
            CurrentUser currentUser,
            LiveUpdates liveUpdates) {
        this.queue = queue;
        this.dispatch = dispatch;
        this.forms = forms;
        this.times = times;
        this.savedFilters = savedFilters;
        me = currentUser.get().account();
        own = new OwnFilters(queue, savedFilters, () -> search, this::choose);
        bar = new SelectionBar(dispatch, this::afterwards, selected);
        results.addClassName("queue-results");
        addClassNames("page", "compact", "queue");
        list.addClassName("queue-list");
        prepareTable();
        nothing = new EmptyState(
                Glyph.CHECK, getTranslation("helpdesk.queue.empty"), getTranslation("helpdesk.queue.empty.lead"));
        list.add(table, nothing);
        Div middle = new Div(bar, results, list, more);
        middle.addClassName("queue-middle");
        Div columns = new Div(filters(), middle);
        columns.addClassName("queue-columns");
        add(new H1(getTranslation(getPageTitle())), tools(), columns, keys());
        getElement().executeJs(KEYS);
        liveUpdates.refresh(this, REFRESH, news, this::show);
    }

    @Override
    public String getPageTitle() {
        return "helpdesk.queue.title";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters told = event.getLocation().getQueryParameters();
        Optional<SavedFilter> one = QueueAddress.saved(told).flatMap(savedFilters::find);
        saved = one.map(SavedFilter::id);
        search = one.map(SavedFilter::search).orElseGet(() -> QueueAddress.search(told));
        place();
        show();
    }

    /** The fields say what is shown. */
    private void place() {
        placing = true;
        text.setValue(search.text());
        order.setValue(search.order());
        placing = false;
    }

    private Nav filters() {
        UnorderedList all = new UnorderedList();
        for (QueueFilter filter : QueueFilter.values()) {
            Button choice = new Button();
            choice.addClickListener(click -> choose(search.with(filter)));
            choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            filters.put(filter, choice);
            all.add(new ListItem(choice));
        }
        Nav nav = new Nav(all, own);
        nav.addClassName("queue-filters");
        nav.setAriaLabel(getTranslation("helpdesk.queue.filters"));
        return nav;
    }

    private Div tools() {
        text.setLabel(getTranslation("helpdesk.queue.search"));
        text.setMaxLength(SavedFilters.LONGEST_TEXT);
        text.setHelperText(getTranslation("helpdesk.queue.search.help"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(typed -> chooseUnlessPlacing(search.containing(typed.getValue())));
        kind.setLabel(getTranslation("helpdesk.queue.kind"));
        kind.setItemLabelGenerator(this::kindText);
        kind.setItems("");
        kind.setValue("");
        kind.addValueChangeListener(chosen -> {
            // a list of kinds that is renewed by itself is no choice of the reader
            if (chosen.isFromClient()) {
                choose(search.of(Optional.of(chosen.getValue())
                        .filter(value -> !value.isEmpty())
                        .map(ProcessKey::new)));
            }
        });
        order.setLabel(getTranslation("helpdesk.queue.order"));
        order.setItemLabelGenerator(value -> getTranslation("helpdesk.queue.order." + key(value)));
        order.setItems(QueueOrder.values());
        order.setValue(search.order());
        order.addValueChangeListener(chosen -> chooseUnlessPlacing(search.by(chosen.getValue())));
        Div tools = new Div(text, kind, order);
        tools.addClassName("queue-tools");
        return tools;
    }

    private Details keys() {
        UnorderedList all = new UnorderedList();
        for (String key : List.of("next", "previous", "open", "file", "claim", "release", "search", "help")) {
            all.add(new ListItem(getTranslation("helpdesk.queue.keys." + key)));
        }
        Details keys = new Details(getTranslation("helpdesk.queue.keys"), all);
        keys.addClassName("queue-keys");
        return keys;
    }

    private String kindText(String process) {
        return getTranslation(process.isEmpty() ? "helpdesk.queue.kind.all" : "helpdesk.kind." + process);
    }

    private void prepareTable() {
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("helpdesk.queue." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("queue-" + column);
            head.add(cell);
        }
        table.add(new NativeTableHeader(head), body);
    }

    private void chooseUnlessPlacing(QueueSearch other) {
        if (!placing) {
            choose(other);
        }
    }

    private void choose(QueueSearch other) {
        choose(other, Optional.empty());
    }

    private void choose(QueueSearch other, Optional<UUID> one) {
        search = other;
        saved = one;
        place();
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("helpdesk", QueueAddress.of(search, saved)));
        limit = PAGE;
        selected.clear();
        results.removeAll();
        show();
        MainLayout.announce(getTranslation("helpdesk.queue.shown", rows.size()));
    }

    private void show() {
        QueuePage page = queue.page(search, limit);
        showCounts(queue.counts());
        own.show(saved);
        showRows(page.tasks(), queue.people(page));
        selected.retainAll(rows.keySet());
        bar.show();
        more.removeAll();
        if (page.more()) {
            more.add(new Button(getTranslation("helpdesk.queue.more"), click -> {
                limit += PAGE;
                show();
            }));
        }
    }

    private void showCounts(QueueCounts counts) {
        filters.forEach((filter, choice) -> {
            int count = counts.of(filter);
            choice.setText(getTranslation(
                    "helpdesk.queue.filter",
                    getTranslation("helpdesk.queue.filter." + key(filter)),
                    count < QueueCounts.MOST ? Integer.toString(count) : QueueCounts.MOST + "+"));
            choice.getElement()
                    .setAttribute("aria-pressed", Boolean.toString(saved.isEmpty() && filter == search.filter()));
        });
        String chosen = search.kind().map(ProcessKey::value).orElse("");
        Set<String> kinds = new LinkedHashSet<>(List.of(""));
        counts.kinds().keySet().stream().map(ProcessKey::value).sorted().forEach(kinds::add);
        kinds.add(chosen);
        if (!kinds.equals(new LinkedHashSet<>(kind.getListDataView().getItems().toList()))) {
            kind.setItems(kinds);
        }
        if (!chosen.equals(kind.getValue())) {
            kind.setValue(chosen);
        }
    }

    /** Rows that stay are changed in their places, so that nobody loses theirs while the list changes by itself. */
    private void showRows(List<QueuedTask> tasks, Map<AccountId, Account> people) {
        List<TaskId> before = List.copyOf(rows.keySet());
        List<TaskId> now = tasks.stream().map(QueuedTask::id).toList();
        rows.keySet().retainAll(now);
        Map<TaskId, QueueRow> next = new LinkedHashMap<>();
        for (QueuedTask task : tasks) {
            QueueRow row = rows.get(task.id());
            if (row == null) {
                row = new QueueRow(task.id(), me, queue, forms, times, this::select, this::claim, this::release);
            }
            row.show(task, people, selected.contains(task.id()));
            next.put(task.id(), row);
        }
        rows.clear();
        rows.putAll(next);
        if (!before.equals(now)) {
            body.removeAll();
            next.values().forEach(body::add);
        }
        // what is taken from the page and put back has lost the focus
        table.setVisible(!tasks.isEmpty());
        nothing.setVisible(tasks.isEmpty());
    }

    private void select(TaskId task, boolean wanted) {
        if (wanted) {
            selected.add(task);
        } else {
            selected.remove(task);
        }
        bar.show();
    }

    private void claim(TaskId task) {
        said(dispatch.claim(task), "helpdesk.queue.claimed");
    }

    private void release(TaskId task) {
        said(dispatch.release(task), "helpdesk.queue.released");
    }

    private void said(Outcome outcome, String done) {
        results.removeAll();
        if (outcome == Outcome.DONE) {
            MainLayout.announce(getTranslation(done));
        } else {
            String text = getTranslation("helpdesk.queue.outcome." + key(outcome));
            results.add(new ListItem(text));
            MainLayout.announce(text);
        }
        show();
    }

    /** Says what became of each task that was selected. */
    private void afterwards(Map<TaskId, Outcome> outcomes) {
        results.removeAll();
        outcomes.forEach((task, outcome) -> results.add(new ListItem(getTranslation(
                "helpdesk.queue.result",
                Optional.ofNullable(rows.get(task)).map(QueueRow::caseNumber).orElse(""),
                getTranslation("helpdesk.queue.outcome." + key(outcome))))));
        long done = outcomes.values().stream().filter(Outcome.DONE::equals).count();
        MainLayout.announce(getTranslation("helpdesk.queue.results", done, outcomes.size()));
        selected.clear();
        show();
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
