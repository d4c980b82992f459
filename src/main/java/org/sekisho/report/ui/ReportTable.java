package org.sekisho.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.report.Cell;
import org.sekisho.report.Table;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.ScrolledRegion;

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
        ScrolledRegion place = new ScrolledRegion(title, drawn(title));
        place.addClassName("figures-table");
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
        NativeTableBody body = new NativeTableBody();
        table.rows().forEach(row -> body.add(row(row)));
        NativeTable drawn = new NativeTable();
        drawn.setCaptionText(title);
        drawn.add(new ColumnHeads(IntStream.range(0, table.columns().size()).mapToObj(this::heading)), body);
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
