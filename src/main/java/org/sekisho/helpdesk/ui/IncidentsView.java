package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.sekisho.helpdesk.Repairs;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseHistory.Incident;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.Times;

/** The cases that stopped because a step failed too often: nobody's case stands still without anybody knowing. */
@Route(value = "incidents", layout = MainLayout.class)
@Menu(title = "helpdesk.incidents.title", icon = "alert", order = 22)
@RolesAllowed({"HELPDESK", "LEAD", "ADMINISTRATOR"})
class IncidentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient CaseHistory history;
    private final transient Repairs repairs;
    private final transient Times times;

    IncidentsView(CaseHistory history, Repairs repairs, Times times) {
        this.history = history;
        this.repairs = repairs;
        this.times = times;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation(getPageTitle())));
        List<Incident> incidents = history.incidents();
        if (incidents.isEmpty()) {
            add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("helpdesk.incidents.none"),
                    getTranslation("helpdesk.incidents.none.lead")));
        } else {
            add(new Paragraph(getTranslation("helpdesk.incidents.lead")), table(incidents));
        }
    }

    @Override
    public String getPageTitle() {
        return "helpdesk.incidents.title";
    }

    private NativeTable table(List<Incident> incidents) {
        List<String> columns = repairs.mayRepair()
                ? List.of("case", "process", "step", "since", "repair")
                : List.of("case", "process", "step", "since");
        NativeTableBody body = new NativeTableBody();
        incidents.forEach(incident -> body.add(row(incident)));
        NativeTable table = new NativeTable();
        table.add(
                new ColumnHeads(columns.stream().map(column -> getTranslation("helpdesk.incidents." + column))), body);
        return table;
    }

    private NativeTableRow row(Incident incident) {
        NativeTableCell since = new NativeTableCell();
        since.add(times.ago(incident.at()));
        NativeTableRow row = new NativeTableRow();
        row.add(
                new NativeTableCell(incident.caseId().toString()),
                new NativeTableCell(incident.process().value()),
                new NativeTableCell(incident.element()),
                since);
        if (repairs.mayRepair()) {
            NativeTableCell repair = new NativeTableCell();
            repair.add(tryAgain(incident));
            row.add(repair);
        }
        return row;
    }

    private Button tryAgain(Incident incident) {
        Button button = new Button(getTranslation("helpdesk.incidents.try-again"), click -> {
            boolean stood = repairs.triedAgain(incident.caseId(), incident.element());
            show();
            MainLayout.announce(getTranslation(
                    stood ? "helpdesk.incidents.tried-again" : "helpdesk.incidents.gone", incident.element()));
        });
        button.setDisableOnClick(true);
        button.setAriaLabel(getTranslation("helpdesk.incidents.try-again.of", incident.element(), incident.caseId()));
        return button;
    }
}
