package org.sekisho.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.report.Cell;
import org.sekisho.report.Table;

/** One table of a report with its charts above it. */
final class ReportTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Table table;
    private final transient Function<Cell, String> words;

    ReportTable(Table table, Function<Cell, String> words) {
        this.table = table;
        this.words = words;
        String title = getTranslation("report." + table.name() + ".title");
        add(new H2(title), new Paragraph(getTranslation("report." + table.name() + ".explained")));
        if (table.rows().isEmpty()) {
            add(new Paragraph(getTranslation("report.nothing")));
            return;
        }
        Div charts = new Div();
        charts.addClassName("report-charts");
        table.charted().forEach(column -> charts.add(chart(title, column)));
        Div place = new Div(drawn(title));
        // wider than a narrow screen: scrolled by itself, also with the keyboard
        place.addClassName("figures-table");
        place.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", title);
        add(charts, place);
    }

    private Div chart(String title, int column) {
        String what = heading(column);
        Paragraph caption = new Paragraph(what);
        caption.addClassName("report-chart-caption");
        List<BarChart.Bar> bars = table.rows().stream()
                .map(row -> new BarChart.Bar(
                        row.subList(0, table.labels()).stream().map(words).collect(Collectors.joining(" · ")),
                        row.get(column).size(),
                        words.apply(row.get(column))))
                .toList();
        return new Div(caption, new BarChart(getTranslation("report.chart", title, what), bars));
    }

    private NativeTable drawn(String title) {
        NativeTableRow head = new NativeTableRow();
        for (int column = 0; column < table.columns().size(); column++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        table.rows().forEach(row -> body.add(row(row)));
        NativeTable drawn = new NativeTable();
        drawn.setCaptionText(title);
        drawn.add(new NativeTableHeader(head), body);
        return drawn;
    }

    private NativeTableRow row(List<Cell> cells) {
        NativeTableRow row = new NativeTableRow();
        for (int place = 0; place < cells.size(); place++) {
            String text = words.apply(cells.get(place));
            if (place < table.labels()) {
                NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
                cell.getElement().setAttribute("scope", "row");
                row.add(cell);
            } else {
                row.add(new NativeTableCell(text));
            }
        }
        return row;
    }

    private String heading(int column) {
        return getTranslation("report.column." + table.columns().get(column));
    }
}
