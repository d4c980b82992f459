package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.sekisho.archive.CaseRecord;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.TakenDecision;

/** The decision tables that the case has asked: with what, and the whole table with the rule that matched. */
class DecisionsTab extends Div {

    private static final long serialVersionUID = 1L;

    DecisionsTab(CaseStory story, ArchiveParts parts) {
        List<TakenDecision> decisions =
                story.record().map(CaseRecord::decisions).orElse(List.of());
        if (decisions.isEmpty()) {
            add(new Paragraph(getTranslation("archive.decisions.none")));
        }
        decisions.forEach(decision -> add(new AskedTable(decision, table(story.record(), decision), parts)));
    }

    private static Optional<DecisionTable> table(Optional<CaseRecord> record, TakenDecision decision) {
        return record.stream()
                .flatMap(kept -> kept.tables().stream())
                .filter(table -> table.decision().equals(decision.decision()) && table.version() == decision.version())
                .findFirst();
    }
}
