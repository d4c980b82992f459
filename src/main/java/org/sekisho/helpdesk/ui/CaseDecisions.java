package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.process.TakenDecision;
import org.sekisho.workbench.ColumnHeads;

/** The decision tables that the case has asked: with what, which rule matched, and what it answered. */
class CaseDecisions extends Div implements CasePage.CaseTab {

    private static final long serialVersionUID = 1L;

    private final transient CaseParts parts;

    CaseDecisions(CaseParts parts) {
        this.parts = parts;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(CaseFile file) {
        removeAll();
        List<TakenDecision> decisions = parts.cases().decisions(file.id());
        if (decisions.isEmpty()) {
            add(new Paragraph(text("none")));
        }
        decisions.forEach(decision -> add(section(decision)));
    }

    private Section section(TakenDecision decision) {
        UnaryOperator<String> words = english -> parts.models().say(decision.decision(), decision.version(), english);
        H2 name = new H2(text("table", words.apply(decision.name()), decision.version()));
        Section section = new Section(name, new Paragraph(parts.times().at(decision.at())));
        section.addClassName("case-decision");
        section.add(values("inputs", decision.inputs(), words));
        decision.rules().forEach(rule -> {
            Paragraph matched = new Paragraph(rule.why()
                    .map(why -> text("rule.why", rule.number(), words.apply(why)))
                    .orElseGet(() -> text("rule", rule.number())));
            section.add(matched, values("outputs", rule.outputs(), words));
        });
        if (decision.rules().isEmpty()) {
            section.add(new Paragraph(text("rule.none")));
        }
        return section;
    }

    private NativeTable values(String caption, List<TakenDecision.Value> values, UnaryOperator<String> words) {
        NativeTableBody body = new NativeTableBody();
        values.forEach(value -> body.add(new NativeTableRow(
                new NativeTableCell(words.apply(value.name())), new NativeTableCell(value.value()))));
        NativeTable table = new NativeTable();
        table.add(new ColumnHeads(Stream.of(caption, "value").map(column -> text(column))), body);
        return table;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("helpdesk.case.decisions." + part, arguments);
    }
}
