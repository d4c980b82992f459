package org.sekisho.helpdesk.ui;

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
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.helpdesk.Cases;
import org.sekisho.process.CaseId;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;

/** The file of one case, found by its number or its id. */
@Route(value = "cases/:case", layout = MainLayout.class)
@RolesAllowed({"HELPDESK", "LEAD"})
class CaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String TAB = "tab";

    private final transient Cases cases;
    private final transient CaseParts parts;
    private String title = "helpdesk.case.gone.title";

    CaseView(Cases cases, CaseParts parts) {
        this.cases = cases;
        this.parts = parts;
        addClassNames("page", "compact", "case");
    }

    static String route(CaseId caseId) {
        return "cases/" + caseId;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<CaseFile> file = event.getRouteParameters().get("case").flatMap(cases::opened);
        if (file.isEmpty()) {
            title = "helpdesk.case.gone.title";
            EmptyState nothing = new EmptyState(
                    Glyph.AUDIT, getTranslation("helpdesk.case.gone"), getTranslation("helpdesk.case.gone.lead"));
            nothing.add(new Anchor("helpdesk", getTranslation("helpdesk.case.to-queue")));
            add(new H1(getTranslation(title)), nothing);
            return;
        }
        title = getTranslation("helpdesk.case.title", file.get().number());
        String path = event.getLocation().getPath();
        add(new CasePage(
                file.get(),
                event.getLocation().getQueryParameters().getSingleParameter(TAB),
                parts,
                tab -> UI.getCurrent().getPage().getHistory().replaceState(null, path + "?" + TAB + "=" + tab)));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
