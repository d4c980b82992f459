package org.sekisho.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.directory.AccountId;
import org.sekisho.reconciliation.Difference;
import org.sekisho.reconciliation.Reconciliation;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** Whether the engine's log of user operations and the trail agree, and what does not. */
@Route(value = "audit/reconciliation", layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
@PageTitle("reconciliation.title")
@Menu(title = "reconciliation.title", icon = "check", order = 35)
class ReconciliationView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Reconciliation reconciliation;
    private final transient Messages messages;
    private final transient Times times;
    private final Paragraph outcome = new Paragraph();
    private final Div found = new Div();

    ReconciliationView(Reconciliation reconciliation, Messages messages, Times times) {
        this.reconciliation = reconciliation;
        this.messages = messages;
        this.times = times;
        addClassNames("page", "compact");
        outcome.getElement().setAttribute("role", "status");
        Button compare = new Button(text("compare"), click -> {
            Reconciliation.Outcome came = reconciliation.asked();
            show();
            outcome.setText(
                    came.differences() == 0
                            ? text("agrees", came.compared(), times.text(came.from()))
                            : text("differs", came.compared(), times.text(came.from()), came.differences()));
            click.getSource().setEnabled(true);
        });
        compare.setDisableOnClick(true);
        found.addClassName("figures");
        add(new H1(text("title")), new Paragraph(text("lead")), new Div(compare), outcome, found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        Reconciliation.Overview overview = reconciliation.overview();
        found.removeAll();
        overview.reached()
                .ifPresent(reached -> found.add(new Paragraph(
                        new Span(text("reached") + " "),
                        times.at(reached),
                        new Span(" · " + text("since") + " "),
                        times.at(overview.since().orElse(reached)))));
        if (overview.differences().isEmpty()) {
            found.add(new EmptyState(Glyph.CHECK, text("none"), text("none.text")));
            return;
        }
        ScrolledRegion place = new ScrolledRegion(text("differences"), table(overview.differences()));
        place.addClassName("figures-table");
        found.add(place);
    }

    private NativeTable table(List<Difference> differences) {
        Map<AccountId, String> names = reconciliation.names(differences);
        NativeTableBody body = new NativeTableBody();
        differences.forEach(difference -> body.add(row(difference, names)));
        NativeTable table = new NativeTable();
        table.setCaptionText(text("differences"));
        table.add(
                new ColumnHeads(Stream.of("kind", "what", "at", "actor", "case", "operation", "found")
                        .map(column -> text(column))),
                body);
        return table;
    }

    private NativeTableRow row(Difference difference, Map<AccountId, String> names) {
        NativeTableRow row = new NativeTableRow();
        NativeTableHeaderCell kind = new NativeTableHeaderCell();
        kind.getElement().setAttribute("scope", "row");
        kind.add(new StatusBadge(
                StatusBadge.Kind.ATTENTION, text("kind." + difference.kind().key())));
        row.add(kind);
        for (Component value : List.of(
                new Span(what(difference)),
                times.at(difference.at()),
                new Span(difference
                        .actor()
                        .map(actor -> names.getOrDefault(actor, actor.toString()))
                        .orElseGet(() -> text("system"))),
                new Span(difference.caseId().map(Object::toString).orElse("")),
                new Span(difference.operation() + " · " + difference.target()),
                times.at(difference.foundAt()))) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(value);
            row.add(cell);
        }
        return row;
    }

    private String what(Difference difference) {
        return Optional.of("helpdesk.result." + difference.what())
                .filter(messages::knows)
                .map(this::getTranslation)
                .orElse(difference.what());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("reconciliation." + part, arguments);
    }
}
