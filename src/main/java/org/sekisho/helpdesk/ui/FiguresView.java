package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sekisho.helpdesk.Figures;
import org.sekisho.helpdesk.Figures.Open;
import org.sekisho.helpdesk.Figures.Spread;
import org.sekisho.process.ProcessKey;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.Times;

/** How much waits for the helpdesk, and how long things take. */
@Route(value = "figures", layout = MainLayout.class)
@Menu(title = "helpdesk.figures.title", icon = "chart", order = 21)
@RolesAllowed({"HELPDESK", "LEAD"})
class FiguresView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final int USUAL_DAYS = 30;

    private final transient Figures figures;
    private final transient Times times;
    private final Select<Integer> days = new Select<>();
    private final Div now = new ScrolledRegion(text("open"));
    private final Div lately = new ScrolledRegion(text("lately"));

    FiguresView(Figures figures, Times times, LiveUpdates liveUpdates) {
        this.figures = figures;
        this.times = times;
        addClassNames("page", "compact", "figures");
        days.setLabel(text("days"));
        days.setItems(DAYS);
        days.setValue(USUAL_DAYS);
        days.setItemLabelGenerator(number -> text("days.value", number));
        days.addValueChangeListener(chosen -> show());
        List.of(now, lately).forEach(place -> place.addClassName("figures-table"));
        add(new H1(getTranslation(getPageTitle())), now, days, lately, new Paragraph(text("explained")));
        show();
        liveUpdates.refresh(this, REFRESH, this::show);
    }

    @Override
    public String getPageTitle() {
        return "helpdesk.figures.title";
    }

    private void show() {
        now.removeAll();
        now.add(open(figures.open()));
        Duration within = Duration.ofDays(days.getValue());
        List<Spread> responses = figures.responses(within);
        List<Spread> resolutions = figures.resolutions(within);
        lately.removeAll();
        lately.add(
                responses.isEmpty() && resolutions.isEmpty()
                        ? new Paragraph(text("lately.none"))
                        : lately(responses, resolutions));
    }

    private NativeTable open(List<Open> all) {
        NativeTableBody body = new NativeTableBody();
        all.forEach(row -> body.add(row(
                row.kind(),
                number(row.tasks()),
                number(row.overdue()),
                number(row.today()),
                number(row.thisWeek()),
                number(row.older()),
                row.oldest().map(times::ago).orElseGet(() -> new Span(text("none"))))));
        return table("open", body, "kind", "tasks", "overdue", "today", "this-week", "older", "oldest");
    }

    private NativeTable lately(List<Spread> responses, List<Spread> resolutions) {
        NativeTableBody body = new NativeTableBody();
        Stream.concat(responses.stream(), resolutions.stream())
                .map(Spread::kind)
                .distinct()
                .sorted((one, other) -> order(one).compareTo(order(other)))
                .forEach(kind -> body.add(row(
                        kind,
                        cell(kind, responses, spread -> Integer.toString(spread.tasks())),
                        cell(kind, responses, spread -> amount(spread.median())),
                        cell(kind, responses, spread -> amount(spread.nineOfTen())),
                        cell(kind, resolutions, spread -> Integer.toString(spread.tasks())),
                        cell(kind, resolutions, spread -> amount(spread.median())),
                        cell(kind, resolutions, spread -> amount(spread.nineOfTen())))));
        return table(
                "lately",
                body,
                "kind",
                "answered",
                "answered.median",
                "answered.nine-of-ten",
                "resolved",
                "resolved.median",
                "resolved.nine-of-ten");
    }

    /** All together come last. */
    private static String order(Optional<ProcessKey> kind) {
        return kind.map(ProcessKey::value).orElse("~");
    }

    private Span cell(Optional<ProcessKey> kind, List<Spread> spreads, Function<Spread, String> told) {
        return new Span(spreads.stream()
                .filter(spread -> spread.kind().equals(kind))
                .findFirst()
                .map(told)
                .orElseGet(() -> text("none")));
    }

    private NativeTable table(String name, NativeTableBody body, String... columns) {
        NativeTable table = new NativeTable();
        table.setCaptionText(text(name));
        table.add(new ColumnHeads(Stream.of(columns).map(column -> text(column))), body);
        return table;
    }

    private NativeTableRow row(Optional<ProcessKey> kind, Component... values) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(
                kind.map(key -> getTranslation("helpdesk.kind." + key.value())).orElseGet(() -> text("all")));
        name.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(name);
        for (Component value : values) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(value);
            row.add(cell);
        }
        return row;
    }

    private static Span number(int value) {
        return new Span(Integer.toString(value));
    }

    private String amount(Duration time) {
        return time.toHours() > 0
                ? getTranslation("workbench.time.hours", time.toHours(), time.toMinutesPart())
                : getTranslation("workbench.time.minutes", time.toMinutes());
    }

    private String text(String part, Object... arguments) {
        return getTranslation("helpdesk.figures." + part, arguments);
    }
}
