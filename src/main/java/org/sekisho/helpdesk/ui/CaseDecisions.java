package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.process.TakenDecision;

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
        H2 name = new H2(text("table", decision.name(), decision.version()));
        name.getElement().setAttribute("lang", "en");
        Section section = new Section(name, new Paragraph(parts.times().at(decision.at())));
        section.addClassName("case-decision");
        section.add(values("inputs", decision.inputs()));
        decision.rules().forEach(rule -> {
            Paragraph matched = new Paragraph(rule.why()
                    .map(why -> text("rule.why", rule.number(), why))
                    .orElseGet(() -> text("rule", rule.number())));
            section.add(matched, values("outputs", rule.outputs()));
        });
        if (decision.rules().isEmpty()) {
            section.add(new Paragraph(text("rule.none")));
        }
        return section;
    }

    private NativeTable values(String caption, List<TakenDecision.Value> values) {
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of(caption, "value")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(text(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        values.forEach(value -> {
            NativeTableCell name = new NativeTableCell(value.name());
            name.getElement().setAttribute("lang", "en");
            body.add(new NativeTableRow(name, new NativeTableCell(value.value())));
        });
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("helpdesk.case.decisions." + part, arguments);
    }
}
