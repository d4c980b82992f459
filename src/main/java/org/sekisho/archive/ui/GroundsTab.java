package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sekisho.process.CaseStatements.Sort;
import org.sekisho.process.CaseStatements.Statement;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.ScrolledRegion;

/** On what it was decided: what spoke for the person of the case, why people decided as they did, and what staff told each other. */
class GroundsTab extends Div {

    private static final long serialVersionUID = 1L;

    private final transient CaseStory story;
    private final transient ArchiveParts parts;

    GroundsTab(CaseStory story, ArchiveParts parts) {
        this.story = story;
        this.parts = parts;
        for (Sort sort : Sort.values()) {
            show(
                    sort,
                    story.statements().stream()
                            .filter(statement -> statement.sort() == sort)
                            .toList());
        }
    }

    private void show(Sort sort, List<Statement> statements) {
        String name = text(sort.name().toLowerCase(Locale.ROOT));
        add(new H2(name));
        if (statements.isEmpty()) {
            add(new Paragraph(text(sort.name().toLowerCase(Locale.ROOT) + ".none")));
            return;
        }
        NativeTableBody body = new NativeTableBody();
        statements.forEach(statement -> body.add(row(statement)));
        NativeTable table = new NativeTable();
        table.add(
                new ColumnHeads(
                        Stream.of("at", "what", "result", "who", "words").map(this::text)),
                body);
        ScrolledRegion region = new ScrolledRegion(name, table);
        region.addClassName("archive-table");
        add(region);
    }

    private NativeTableRow row(Statement statement) {
        NativeTableCell words = new NativeTableCell(statement.words().orElse(""));
        words.addClassName("archive-words");
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(statement.at())),
                new NativeTableCell(parts.words().known(statement.what()).orElse(statement.what())),
                new NativeTableCell(
                        statement.result().map(parts.words()::result).orElse("")),
                new NativeTableCell(EventList.who(statement.by(), story, this)),
                words);
    }

    private String text(String part) {
        return getTranslation("archive.grounds." + part);
    }
}
