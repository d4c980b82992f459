package org.sekisho.channel.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sekisho.channel.DeadLetter;
import org.sekisho.channel.Outgoings;
import org.sekisho.channel.Spending;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.EmptyState;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.StatusBadge.Kind;
import org.sekisho.workbench.Times;

/** How sending goes, and what did not get through: without addresses, and without what was said. */
@Route(value = "deliveries", layout = MainLayout.class)
@Menu(title = "channel.deliveries.title", icon = "mail", order = 21)
@RolesAllowed({"HELPDESK", "LEAD", "ADMINISTRATOR"})
class DeliveriesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;

    private final transient Outgoings outgoings;
    private final transient Times times;

    DeliveriesView(Outgoings outgoings, Times times) {
        this.outgoings = outgoings;
        this.times = times;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation(getPageTitle())), carriers(), spending(), waiting());
        add(new H2(getTranslation("channel.deliveries.dead.title")));
        List<DeadLetter> letters = outgoings.deadLetters(MOST);
        if (letters.isEmpty()) {
            add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("channel.deliveries.none"),
                    getTranslation("channel.deliveries.none.lead")));
        } else {
            add(new Paragraph(getTranslation("channel.deliveries.lead")), table(letters));
        }
    }

    @Override
    public String getPageTitle() {
        return "channel.deliveries.title";
    }

    private Paragraph carriers() {
        Set<String> resting = outgoings.restingCarriers();
        return new Paragraph(
                resting.isEmpty()
                        ? new StatusBadge(Kind.GOOD, getTranslation("channel.deliveries.carriers.good"))
                        : new StatusBadge(
                                Kind.BAD,
                                getTranslation("channel.deliveries.carriers.bad", String.join(", ", resting))));
    }

    private Paragraph spending() {
        Spending spending = outgoings.spending();
        return new Paragraph(new StatusBadge(
                spending.isAlarming() ? Kind.ATTENTION : Kind.NEUTRAL,
                getTranslation(
                        spending.isAlarming() ? "channel.deliveries.spending.alarm" : "channel.deliveries.spending",
                        spending.spent(),
                        spending.ceiling())));
    }

    private Paragraph waiting() {
        return new Paragraph(getTranslation("channel.deliveries.waiting", outgoings.waiting()));
    }

    private NativeTable table(List<DeadLetter> letters) {
        NativeTableBody body = new NativeTableBody();
        letters.forEach(letter -> body.add(row(letter)));
        NativeTable table = new NativeTable();
        table.add(
                new ColumnHeads(Stream.of("message", "case", "channel", "kind", "state", "tries", "since")
                        .map(column -> getTranslation("channel.deliveries." + column))),
                body);
        return table;
    }

    private NativeTableRow row(DeadLetter letter) {
        NativeTableCell since = new NativeTableCell();
        since.add(times.ago(letter.at()));
        NativeTableRow row = new NativeTableRow();
        row.add(
                new NativeTableCell(letter.id().toString()),
                new NativeTableCell(
                        letter.caseId().map(Object::toString).orElse(getTranslation("channel.deliveries.no-case"))),
                new NativeTableCell(letter.channel()),
                new NativeTableCell(named("kind", letter.kind())),
                new NativeTableCell(named("state", letter.state())),
                new NativeTableCell(Integer.toString(letter.tries())),
                since);
        return row;
    }

    private String named(String what, Enum<?> value) {
        return getTranslation("channel.deliveries." + what + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
