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
    private static final String WAITS = "open";

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
        boolean words = sort != Sort.EVIDENCE;
        NativeTableBody body = new NativeTableBody();
        statements.forEach(statement -> body.add(words ? said(statement) : weighed(statement)));
        NativeTable table = new NativeTable();
        table.add(
                new ColumnHeads((words
                                ? Stream.of("at", "what", "result", "who", "words")
                                : Stream.of("at", "what", "result", "checked"))
                        .map(this::text)),
                body);
        ScrolledRegion region = new ScrolledRegion(name, table);
        region.addClassName("archive-table");
        add(region);
    }

    private NativeTableRow said(Statement statement) {
        NativeTableRow row = row(statement);
        NativeTableCell words = new NativeTableCell(statement.words().orElse(""));
        words.addClassName("archive-words");
        row.add(new NativeTableCell(EventList.who(statement.by(), story, this)), words);
        return row;
    }

    /** What still waits to be checked was checked by nobody yet. */
    private NativeTableRow weighed(Statement statement) {
        boolean waits = statement.result().filter(WAITS::equals).isPresent();
        NativeTableRow row = row(statement);
        row.add(new NativeTableCell(waits ? "" : EventList.who(statement.by(), story, this)));
        return row;
    }

    private NativeTableRow row(Statement statement) {
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(statement.at())),
                new NativeTableCell(parts.words().known(statement.what()).orElse(statement.what())),
                new NativeTableCell(
                        statement.result().map(parts.words()::result).orElse("")));
    }

    private String text(String part) {
        return getTranslation("archive.grounds." + part);
    }
}
