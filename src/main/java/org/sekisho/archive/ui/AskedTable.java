package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.TakenDecision;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.StatusBadge;

/** One answer of a decision table: what it was asked with, what it answered, and all its rules with the one that matched. */
class AskedTable extends Section {

    private static final long serialVersionUID = 1L;

    /** What the table says, in the language of the screen. */
    private final transient UnaryOperator<String> words;

    AskedTable(TakenDecision decision, Optional<DecisionTable> table, ArchiveParts parts) {
        words = english -> parts.models().say(decision.decision(), decision.version(), english);
        addClassName("archive-decision");
        H2 name = new H2(text("table", words.apply(decision.name()), decision.version()));
        add(name, new Paragraph(parts.times().exactly(decision.at())));
        List<TakenDecision.Value> outputs = decision.rules().stream()
                .flatMap(rule -> rule.outputs().stream())
                .toList();
        add(values("inputs", decision.inputs()), values("outputs", outputs));
        if (decision.rules().isEmpty()) {
            add(new Paragraph(text("rule.none")));
        }
        table.ifPresent(whole -> add(whole(whole, decision)));
    }

    private Div values(String caption, List<TakenDecision.Value> values) {
        NativeTableBody body = new NativeTableBody();
        values.forEach(value ->
                body.add(new NativeTableRow(new NativeTableCell(words.apply(value.name())), english(value.value()))));
        NativeTable table = new NativeTable();
        table.setCaptionText(text(caption));
        table.add(new ColumnHeads(Stream.of(text("name"), text("value"))), body);
        return region(text(caption), table);
    }

    private Div whole(DecisionTable whole, TakenDecision decision) {
        List<String> columns = new ArrayList<>(List.of(text("rule"), text("matched"), text("why")));
        Stream.of(whole.inputs(), whole.outputs())
                .flatMap(List::stream)
                .map(words)
                .forEach(columns::add);
        NativeTableBody body = new NativeTableBody();
        for (DecisionTable.Row rule : whole.rules()) {
            boolean matched = decision.rules().stream().anyMatch(taken -> taken.number() == rule.number());
            NativeTableCell sign = new NativeTableCell();
            if (matched) {
                sign.add(new StatusBadge(StatusBadge.Kind.GOOD, text("matched.yes")));
            } else {
                sign.add(new Span());
            }
            NativeTableRow row = new NativeTableRow(
                    new NativeTableCell(Integer.toString(rule.number())),
                    sign,
                    new NativeTableCell(rule.why().map(words).orElse("")));
            rule.conditions().forEach(cell -> row.add(english(cell.isEmpty() ? "–" : cell)));
            rule.answers().forEach(cell -> row.add(english(cell)));
            row.setClassName("archive-matched", matched);
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.setCaptionText(text("rules", whole.hitPolicy()));
        table.add(new ColumnHeads(columns.stream()), body);
        return region(text("rules", whole.hitPolicy()), table);
    }

    private static Div region(String name, NativeTable table) {
        Div region = new Div(table);
        region.addClassName("archive-table");
        region.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", name);
        return region;
    }

    private static NativeTableCell english(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("lang", "en");
        return cell;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.decisions." + part, arguments);
    }
}
