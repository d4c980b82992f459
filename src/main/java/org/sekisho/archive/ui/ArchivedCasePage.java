package org.sekisho.archive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseRecord;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.Glyph;

/** Whose case it was, how it stands, and below it all that is kept of it, a tab for each. */
class ArchivedCasePage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ArchivedCase found;
    private final transient ArchiveParts parts;
    private final Map<Tab, String> names = new LinkedHashMap<>();
    private final transient Map<String, Supplier<Component>> unmade = new LinkedHashMap<>();
    private final Map<String, Div> places = new LinkedHashMap<>();
    private final TabSheet sheet = new TabSheet();
    private final Language language = Language.of(UI.getCurrent().getLocale());

    ArchivedCasePage(ArchivedCase found, Optional<String> first, ArchiveParts parts, Consumer<String> chosen) {
        this.found = found;
        this.parts = parts;
        Optional<CaseRecord> record = parts.archive().record(found);
        CaseStory story = CaseStory.of(found, record, parts);
        sheet.setWidthFull();
        tab("overview", () -> new OverviewTab(story, parts));
        tab("replay", () -> story.replay()
                .<Component>map(replay -> new ReplayTab(replay, story, parts))
                .orElseGet(() -> new EmptyState(
                        Glyph.AUDIT,
                        getTranslation("archive.replay.none"),
                        getTranslation("archive.replay.none.lead"))));
        tab("timeline", () -> new TimelineTab(story, parts));
        tab("decisions", () -> new DecisionsTab(story, parts));
        tab("grounds", () -> new GroundsTab(story, parts));
        tab("operations", () -> new OperationsTab(story, parts));
        tab("related", () -> new RelatedTab(story, parts));
        add(head(story), sheet);
        names.forEach((tab, name) -> {
            if (first.filter(name::equals).isPresent()) {
                sheet.setSelectedTab(tab);
            }
        });
        make();
        sheet.addSelectedChangeListener(change -> {
            make();
            chosen.accept(name());
        });
    }

    private void tab(String name, Supplier<Component> content) {
        Div place = new Div();
        names.put(sheet.add(getTranslation("archive.case.tab." + name), place), name);
        places.put(name, place);
        unmade.put(name, content);
    }

    /** A tab is made when somebody first looks at it. */
    private void make() {
        Optional.ofNullable(unmade.remove(name()))
                .ifPresent(content -> places.getOrDefault(name(), new Div()).add(content.get()));
    }

    private String name() {
        return names.getOrDefault(sheet.getSelectedTab(), "");
    }

    private Header head(CaseStory story) {
        Div facts = new Div();
        facts.addClassName("case-facts");
        Div title = new Div(new H1(text("title", found.number())), CasesView.state(found.state(), this));
        title.addClassName("case-title");
        facts.add(title);
        Optional<Account> person = found.subject()
                .map(AccountId::new)
                .flatMap(id -> Optional.ofNullable(story.people().get(id)));
        facts.add(new Fact(
                text("account"),
                person.map(account -> text(
                                "account.value",
                                account.name(),
                                account.commonId().value()))
                        .orElseGet(() -> text("account.unknown"))));
        facts.add(new Fact(text("process"), text("version", parts.words().kind(found.process()), found.version())));
        facts.add(new Fact(text("started"), parts.times().at(found.startedAt())));
        found.endedAt()
                .ifPresentOrElse(
                        at -> facts.add(new Fact(text("ended"), parts.times().at(at))),
                        () -> facts.add(new Fact(text("age"), parts.times().ago(found.startedAt()))));
        found.duration()
                .ifPresent(took ->
                        facts.add(new Fact(text("duration"), parts.times().took(took))));
        Anchor bundle = new Anchor(this::download, text("bundle"));
        bundle.getElement().setAttribute("download", true);
        Header header = new Header(new Anchor(SearchAddress.ROUTE, text("to-cases")), facts, bundle);
        header.addClassName("case-head");
        return header;
    }

    private void download(DownloadEvent event) throws IOException {
        event.setFileName("case-" + found.number() + ".zip");
        event.setContentType("application/zip");
        parts.archive().bundle(found, language, event.getOutputStream());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.case." + part, arguments);
    }
}
