package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.process.CasePath;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.TaskNavigation;

/** The file of a case that the reader may see: who and what at the top, and below it what there is to know, a tab for each. */
class CasePage extends Div implements TaskNavigation {

    private static final long serialVersionUID = 1L;

    private static final Duration REFRESH = Duration.ofSeconds(15);

    private final transient CaseParts parts;
    private final transient Map<String, CaseTab> tabs = new LinkedHashMap<>();
    private final Map<Tab, String> names = new LinkedHashMap<>();
    private final Div head = new Div();
    private final TabSheet sheet = new TabSheet();
    private transient CaseFile file;

    /** One tab: made when it is first chosen, and shown anew when the case has moved on. */
    interface CaseTab {

        Component component();

        void show(CaseFile file);
    }

    CasePage(CaseFile file, Optional<String> first, CaseParts parts, Consumer<String> chosen) {
        this.file = file;
        this.parts = parts;
        Header header =
                new Header(head, new CaseWatchers(file.id(), parts.watchers(), parts.news(), parts.liveUpdates()));
        header.addClassName("case-head");
        head.addClassName("case-facts");
        sheet.setWidthFull();
        tab("overview", new CaseOverview(parts));
        tab("timeline", new CaseTimeline(parts));
        tab("diagram", new CaseDiagram(parts));
        evidence().ifPresent(shown -> tab("evidence", new Shown(shown)));
        tab("notes", new CaseNotes(parts));
        tab("decisions", new CaseDecisions(parts));
        add(header, sheet);
        names.forEach((tab, name) -> {
            if (first.filter(name::equals).isPresent()) {
                sheet.setSelectedTab(tab);
            }
        });
        showHead();
        showTab();
        sheet.addSelectedChangeListener(change -> {
            showTab();
            chosen.accept(names.getOrDefault(sheet.getSelectedTab(), ""));
        });
        parts.liveUpdates().refresh(this, REFRESH, parts.news().of(file.id()), this::again);
    }

    private void tab(String name, CaseTab content) {
        Tab tab = sheet.add(getTranslation("helpdesk.case.tab." + name), content.component());
        tabs.put(name, content);
        names.put(tab, name);
    }

    private Optional<Component> evidence() {
        return parts.evidence().stream()
                .flatMap(evidence -> evidence.of(file.id(), this).stream())
                .findFirst();
    }

    private void showHead() {
        head.removeAll();
        StatusBadge state = new StatusBadge(
                file.endedAt().isPresent() ? StatusBadge.Kind.NEUTRAL : StatusBadge.Kind.WAITING,
                getTranslation(file.endedAt().isPresent() ? "helpdesk.case.ended" : "helpdesk.case.open"));
        Div title = new Div(new H1(getTranslation("helpdesk.case.title", file.number())), state);
        title.addClassName("case-title");
        head.add(title);
        file.subject()
                .ifPresent(person -> head.add(new Fact(
                        getTranslation("helpdesk.case.account"),
                        getTranslation(
                                "helpdesk.case.account.value",
                                person.name(),
                                person.commonId().value()))));
        head.add(
                new Fact(
                        getTranslation("helpdesk.case.kind"),
                        getTranslation("helpdesk.kind." + file.kind().value())),
                new Fact(getTranslation("helpdesk.case.age"), parts.times().ago(file.openedAt())));
        file.endedAt()
                .ifPresent(at -> head.add(new Fact(
                        getTranslation("helpdesk.case.ended.at"), parts.times().at(at))));
        file.paths().stream()
                .findFirst()
                .ifPresent(root -> head.add(new Fact(getTranslation("helpdesk.case.version"), version(root))));
    }

    private Span version(CasePath root) {
        return new Span(getTranslation(
                "helpdesk.case.version.value",
                getTranslation("helpdesk.kind." + root.process().value()),
                root.version()));
    }

    private void showTab() {
        Optional.ofNullable(tabs.get(names.getOrDefault(sheet.getSelectedTab(), "")))
                .ifPresent(tab -> tab.show(file));
    }

    /** Something may have changed; whoever may not see the case any more is shown no more of it. */
    private void again() {
        Optional<CaseFile> now = parts.cases().find(file.id());
        if (now.isEmpty()) {
            stale();
            return;
        }
        boolean changed = !now.get().equals(file);
        file = now.get();
        showHead();
        if (changed || List.of("notes").contains(names.getOrDefault(sheet.getSelectedTab(), ""))) {
            showTab();
        }
    }

    @Override
    public void next() {
        again();
    }

    @Override
    public void stale() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private record Shown(Component component) implements CaseTab {

        @Override
        public void show(CaseFile file) {
            // looks after itself
        }
    }
}
