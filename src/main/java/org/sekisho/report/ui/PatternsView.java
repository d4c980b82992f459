package org.sekisho.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.report.Pattern;
import org.sekisho.report.Patterns;
import org.sekisho.workbench.Card;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** What stands out in recoveries, with the cases to look at. */
@Route(value = "audit/patterns", layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
@PageTitle("report.patterns.title")
@Menu(title = "report.patterns.title", icon = "alert", order = 33)
class PatternsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    /** Enough to see by hand; all stand in the search. */
    private static final int MOST_CASES = 30;

    /** As much of a digest as tells two apart. */
    private static final int DIGEST = 10;

    private static final int NUMBER = 8;

    private final transient Patterns patterns;
    private final transient Times times;

    PatternsView(Patterns patterns, Times times) {
        this.patterns = patterns;
        this.times = times;
        addClassNames("page", "compact");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(text("title")), new Paragraph(text("lead")));
        List<Pattern> found = patterns.found();
        if (found.isEmpty()) {
            add(new EmptyState(Glyph.CHECK, text("none"), text("none.text")));
            return;
        }
        Map<AccountId, String> names = patterns.names(found);
        found.forEach(pattern -> add(card(pattern, names)));
    }

    private Component card(Pattern pattern, Map<AccountId, String> names) {
        String key = pattern.kind().key();
        return new Card(text("kind." + key))
                .body(
                        new Paragraph(
                                text("kind." + key + ".text", pattern.cases().size())),
                        new Fact(text("about." + key), about(pattern, names)),
                        new Fact(text("found"), times.at(pattern.foundAt())),
                        new Fact(text("cases"), cases(pattern)));
    }

    private static String about(Pattern pattern, Map<AccountId, String> names) {
        return pattern.person()
                .map(person -> names.getOrDefault(person, person.toString()))
                .orElseGet(() -> pattern.about()
                        .substring(0, Math.min(DIGEST, pattern.about().length())));
    }

    private Component cases(Pattern pattern) {
        UnorderedList list = new UnorderedList();
        list.addClassName("pattern-cases");
        pattern.cases().stream().limit(MOST_CASES).forEach(caseId -> list.add(new ListItem(link(caseId))));
        if (pattern.cases().size() > MOST_CASES) {
            list.add(new ListItem(new Span(text("more", pattern.cases().size() - MOST_CASES))));
        }
        return list;
    }

    private Anchor link(CaseId caseId) {
        return new Anchor(
                "audit/cases/" + caseId, text("case", caseId.toString().substring(0, NUMBER)));
    }

    private String text(String part, Object... arguments) {
        return getTranslation("report.patterns." + part, arguments);
    }
}
