package org.sekisho.archive.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.process.CaseId;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;

/** One case as those who audit see it, found by its number or its id. Nothing can be done here but read. */
@Route(value = SearchAddress.ROUTE + "/:case", layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
class ArchivedCaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String TAB = "tab";

    private final transient ArchiveParts parts;
    private String title = "archive.case.gone.title";

    ArchivedCaseView(ArchiveParts parts) {
        this.parts = parts;
        addClassNames("page", "compact", "case", "archive-case");
    }

    static String route(CaseId caseId) {
        return SearchAddress.ROUTE + "/" + caseId;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<ArchivedCase> found = event.getRouteParameters().get("case").flatMap(parts.archive()::opened);
        if (found.isEmpty()) {
            title = "archive.case.gone.title";
            EmptyState nothing = new EmptyState(
                    Glyph.AUDIT, getTranslation("archive.case.gone"), getTranslation("archive.case.gone.lead"));
            nothing.add(new Anchor(SearchAddress.ROUTE, getTranslation("archive.case.to-cases")));
            add(new H1(getTranslation(title)), nothing);
            return;
        }
        title = getTranslation("archive.case.title", found.get().number());
        String path = event.getLocation().getPath();
        add(new ArchivedCasePage(
                found.get(),
                event.getLocation().getQueryParameters().getSingleParameter(TAB),
                parts,
                tab -> UI.getCurrent().getPage().getHistory().replaceState(null, path + "?" + TAB + "=" + tab)));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
