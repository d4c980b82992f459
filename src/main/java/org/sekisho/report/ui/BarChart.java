package org.sekisho.report.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;

/**
 * Bars, drawn by the server: the length says how much, and so does the number behind it. The same stands in the table below, which
 * is what a screen reader is told to read.
 */
final class BarChart extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST_BARS = 24;
    private static final int LONGEST_LABEL = 34;
    private static final int LABELS = 230;
    private static final int BARS = 300;
    private static final int WIDTH = 640;
    private static final int ROW = 24;

    /** One bar with what it is about and what stands behind it. */
    record Bar(String label, long size, String value) {}

    BarChart(String title, List<Bar> bars) {
        addClassName("bar-chart");
        List<Bar> shown = bars.size() > MOST_BARS ? bars.subList(0, MOST_BARS) : bars;
        long largest = Math.max(1, shown.stream().mapToLong(Bar::size).max().orElse(1));
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox='0 0 %d %d' role='img' aria-label='%s' font-size='13' fill='currentColor'>",
                WIDTH,
                shown.size() * ROW + 2,
                escaped(title)));
        for (int row = 0; row < shown.size(); row++) {
            Bar bar = shown.get(row);
            int top = row * ROW;
            double length = Math.max(1.5, (double) BARS * bar.size() / largest);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x='%d' y='%d' text-anchor='end'>%s</text>"
                            + "<rect class='bar' x='%d' y='%d' width='%.1f' height='%d' rx='2'/>"
                            + "<text x='%.1f' y='%d'>%s</text>",
                    LABELS - 8,
                    top + 17,
                    escaped(shortened(bar.label())),
                    LABELS,
                    top + 4,
                    length,
                    ROW - 7,
                    LABELS + length + 6,
                    top + 17,
                    escaped(bar.value())));
        }
        getElement().setProperty("innerHTML", svg.append("</svg>").toString());
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
