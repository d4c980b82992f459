package org.sekisho.archive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.archive.CaseSearch;
import org.sekisho.archive.CaseState;
import org.sekisho.archive.FoundCases;
import org.sekisho.archive.SavedSearch;
import org.sekisho.archive.SavedSearches;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.shared.Language;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.StatusBadge;

/**
 * Every case that there has been, for those who audit. A search is an event of the trail: it begins when they ask for it, not while
 * they type.
 */
@Route(value = SearchAddress.ROUTE, layout = MainLayout.class)
@Menu(title = "archive.cases.title", icon = "audit", order = 30)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
class CasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 50;
    private static final List<String> COLUMNS =
            List.of("case", "account", "process", "state", "step", "started", "ended", "duration");

    private final transient CaseArchive archive;
    private final transient SavedSearches saved;
    private final transient ArchiveParts parts;
    private final transient List<Place> places;
    private final SearchForm form;
    private final OwnSearches own;
    private final Paragraph count = new Paragraph();
    private final Paragraph partly = new Paragraph();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTable table = new NativeTable();
    private final Div list = new ScrolledRegion(text("found"), table);
    private final EmptyState nothing;
    private final Button more;
    private final Anchor export;
    private final Anchor bundle;
    private final Language language = Language.of(UI.getCurrent().getLocale());
    private transient CaseSearch search = CaseSearch.everything();
    private transient Optional<ArchivedCase> last = Optional.empty();

    CasesView(CaseArchive archive, SavedSearches saved, ArchiveParts parts) {
        this.archive = archive;
        this.saved = saved;
        this.parts = parts;
        SearchChoices choices = parts.words().choices();
        places = choices.places();
        form = new SearchForm(parts.words(), choices, parts.words().policies());
        own = new OwnSearches(saved, () -> form.search(), this::choose);
        nothing = new EmptyState(Glyph.AUDIT, text("none"), text("none.lead"));
        more = new Button(text("more"), click -> more());
        export = new Anchor(this::download, text("export"));
        export.getElement().setAttribute("download", true);
        bundle = new Anchor(this::downloadBundle, text("bundle", CaseArchive.BUNDLED));
        bundle.getElement().setAttribute("download", true);
        addClassNames("page", "compact", "archive-cases");
        Button seek = new Button(text("seek"), click -> seek());
        seek.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        seek.addClickShortcut(Key.ENTER).listenOn(form);
        Button clear = new Button(text("clear"), click -> choose(CaseSearch.everything(), Optional.empty()));
        Div actions = new Div(seek, clear);
        actions.addClassName("archive-actions");
        partly.setText(text("partly", CaseArchive.MOST_PEOPLE));
        Div summary = new Div(count, partly, export, bundle);
        summary.addClassName("archive-summary");
        count.getElement().setAttribute("role", "status");
        partly.getElement().setAttribute("role", "status");
        prepareTable();
        add(new H1(getTranslation(getPageTitle())), form, actions, own, summary, list, nothing, more);
    }

    @Override
    public String getPageTitle() {
        return "archive.cases.title";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters told = event.getLocation().getQueryParameters();
        Optional<SavedSearch> one = SearchAddress.saved(told).flatMap(saved::find);
        search = one.map(SavedSearch::search).orElseGet(() -> SearchAddress.search(told));
        show(one.map(SavedSearch::id));
    }

    /** While what is asked for cannot be sought, no file of the cases of before is to be taken for its answer. */
    private void seek() {
        Optional<CaseSearch> wanted = form.search();
        if (wanted.isPresent()) {
            choose(wanted.get(), Optional.empty());
        } else {
            export.setVisible(false);
            bundle.setVisible(false);
        }
    }

    private void choose(CaseSearch wanted, Optional<UUID> one) {
        search = wanted;
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(SearchAddress.ROUTE, SearchAddress.of(search, one)));
        show(one);
    }

    private void show(Optional<UUID> one) {
        form.show(search);
        own.show(one);
        CaseArchive.Found found = archive.search(search, PAGE);
        body.removeAll();
        add(found.first());
        boolean any = !found.first().cases().isEmpty();
        count.setText(
                found.count() < CaseArchive.COUNTED
                        ? text("count", found.count())
                        : text("count.more", CaseArchive.COUNTED));
        partly.setVisible(found.partly());
        list.setVisible(any);
        export.setVisible(any);
        bundle.setVisible(any);
        nothing.setVisible(!any);
    }

    private void more() {
        last.ifPresent(after -> {
            int before = (int) body.getChildren().count();
            add(archive.more(search, after, PAGE));
            MainLayout.announce(text("more.shown", body.getChildren().count() - before));
        });
    }

    private void add(FoundCases page) {
        Map<AccountId, Account> people = archive.people(page.cases());
        page.cases().forEach(found -> body.add(row(found, people)));
        last = page.cases().isEmpty()
                ? Optional.empty()
                : Optional.of(page.cases().get(page.cases().size() - 1));
        more.setVisible(page.more());
    }

    private NativeTableRow row(ArchivedCase found, Map<AccountId, Account> people) {
        Optional<Account> person =
                found.subject().map(AccountId::new).flatMap(id -> Optional.ofNullable(people.get(id)));
        Anchor open = new Anchor(ArchivedCaseView.route(found.id()), found.number());
        return new NativeTableRow(
                new NativeTableCell(open),
                new NativeTableCell(person.map(account ->
                                text("account.value", account.commonId().value(), account.name()))
                        .orElse("")),
                new NativeTableCell(parts.words().kind(found.process())),
                new NativeTableCell(state(found.state(), this)),
                new NativeTableCell(where(found)),
                new NativeTableCell(parts.times().at(found.startedAt())),
                new NativeTableCell(
                        found.endedAt().<Component>map(parts.times()::at).orElseGet(() -> new Span(text("ended.not")))),
                new NativeTableCell(found.duration().map(parts.times()::took).orElse("")));
    }

    private String where(ArchivedCase found) {
        return parts.words()
                .ending(found)
                .or(() -> found.step().map(step -> parts.words().step(step, places)))
                .orElse("");
    }

    static StatusBadge state(CaseState state, Component on) {
        StatusBadge.Kind kind =
                switch (state) {
                    case OPEN -> StatusBadge.Kind.WAITING;
                    case COMPLETED -> StatusBadge.Kind.GOOD;
                    case CANCELLED -> StatusBadge.Kind.NEUTRAL;
                };
        return new StatusBadge(kind, on.getTranslation("archive.state." + state.key()));
    }

    private void prepareTable() {
        list.addClassName("archive-list");
        table.add(new ColumnHeads(COLUMNS.stream().map(column -> text("column." + column))), body);
    }

    private void download(DownloadEvent event) throws IOException {
        event.setFileName("cases.csv");
        event.setContentType("text/csv; charset=utf-8");
        archive.export(search, event.getOutputStream());
    }

    private void downloadBundle(DownloadEvent event) throws IOException {
        event.setFileName("cases.zip");
        event.setContentType("application/zip");
        archive.bundle(search, language, event.getOutputStream());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.cases." + part, arguments);
    }
}
