package org.sekisho.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.sekisho.report.Cell;
import org.sekisho.report.Heat;
import org.sekisho.workbench.ProcessDiagram;

/** The model with how long its steps take: by shade, by the thickness of the frame, by a number, and in words. */
final class HeatMap extends Div {

    private static final long serialVersionUID = 1L;

    private static final int LEVELS = 5;

    HeatMap(Heat heat, Function<Cell, String> words) {
        addClassName("heat-map");
        String kind = words.apply(new Cell.Words(
                "helpdesk.kind." + heat.process().value(), heat.process().value()));
        UnorderedList legend = new UnorderedList();
        legend.addClassName("heat-legend");
        for (int level = 1; level <= LEVELS; level++) {
            Span number = new Span(Integer.toString(level));
            number.addClassNames("heat-level", "heat-" + level);
            legend.add(new ListItem(number, new Span(getTranslation("report.heat.level." + level))));
        }
        ProcessDiagram diagram = new ProcessDiagram();
        List<ProcessDiagram.Warmth> steps = new TreeMap<>(heat.medians())
                .entrySet().stream()
                        .map(step -> new ProcessDiagram.Warmth(
                                step.getKey(), Heat.level(step.getValue()), label(step.getValue(), words)))
                        .toList();
        diagram.drawWarmth(heat.model(), kind, steps);
        add(
                new H2(getTranslation("report.heat.title", kind)),
                new Paragraph(getTranslation("report.heat.explained", heat.version())),
                legend,
                diagram);
    }

    private static String label(Duration median, Function<Cell, String> words) {
        return Heat.level(median) + " · " + words.apply(new Cell.Took(median));
    }
}
