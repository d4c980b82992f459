package org.sekisho.archive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.archive.CaseRecord;
import org.sekisho.process.CaseLog;
import org.sekisho.process.ProcessKey;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.StatusBadge;

/** What the engine was told to do, which steps failed and were tried again, and which waited for staff. */
class OperationsTab extends Div {

    private static final long serialVersionUID = 1L;

    private static final int UUID_LENGTH = 36;
    /** How the engine notes of a task that it is over. */
    private static final String GONE = "delete";

    private final transient CaseStory story;
    private final transient ArchiveParts parts;

    OperationsTab(CaseStory story, ArchiveParts parts) {
        this.story = story;
        this.parts = parts;
        Optional<CaseRecord> record = story.record();
        show(
                "operations",
                record.map(CaseRecord::operations).orElse(List.of()).stream()
                        .map(this::operation)
                        .toList(),
                "at",
                "actor",
                "kind",
                "element",
                "change");
        show(
                "attempts",
                record.map(CaseRecord::attempts).orElse(List.of()).stream()
                        .map(this::attempt)
                        .toList(),
                "at",
                "process",
                "element",
                "number",
                "outcome",
                "left");
        show(
                "halts",
                record.map(CaseRecord::halts).orElse(List.of()).stream()
                        .map(this::halt)
                        .toList(),
                "at",
                "process",
                "element",
                "until");
    }

    private void show(String name, List<NativeTableRow> rows, String... columns) {
        add(new H2(text(name)));
        if (rows.isEmpty()) {
            add(new Paragraph(text(name + ".none")));
            return;
        }
        NativeTableBody body = new NativeTableBody();
        rows.forEach(body::add);
        NativeTable table = new NativeTable();
        table.add(new ColumnHeads(Stream.of(columns).map(column -> text("column." + column))), body);
        ScrolledRegion region = new ScrolledRegion(text(name), table);
        region.addClassName("archive-table");
        add(region);
    }

    private NativeTableRow operation(CaseLog.Operation operation) {
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(operation.at())),
                new NativeTableCell(EventList.who(operation.actor(), story, this)),
                new NativeTableCell(parts.words()
                        .known("archive.operation." + operation.kind())
                        .orElse(operation.kind())),
                new NativeTableCell(operation
                        .element()
                        .map(element -> called(Optional.empty(), element))
                        .orElse("")),
                english(operation
                        .property()
                        .filter(property -> !property.equals(GONE))
                        .map(property -> text(
                                "change.value",
                                property,
                                operation.from().map(this::value).orElse("–"),
                                operation.to().map(this::value).orElse("–")))
                        .orElse("")));
    }

    /** What an element is called by the model that the case has run, of that process where it is known. */
    private String called(Optional<ProcessKey> process, String element) {
        return story.record().stream()
                .flatMap(kept -> kept.paths().stream())
                .filter(path -> process.map(path.process()::equals).orElse(true))
                .flatMap(path -> parts.models().element(path.process(), path.version(), element).stream())
                .findFirst()
                .orElse(element);
    }

    /** Whoever a value names is called by their name. */
    private String value(String value) {
        if (value.length() != UUID_LENGTH) {
            return value;
        }
        try {
            return story.name(UUID.fromString(value));
        } catch (IllegalArgumentException other) {
            return value;
        }
    }

    private NativeTableRow attempt(CaseLog.Attempt attempt) {
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(attempt.at())),
                new NativeTableCell(parts.words().kind(attempt.process())),
                new NativeTableCell(called(Optional.of(attempt.process()), attempt.element())),
                new NativeTableCell(Integer.toString(attempt.number())),
                new NativeTableCell(
                        attempt.failed()
                                ? new StatusBadge(StatusBadge.Kind.BAD, text("failed"))
                                : new StatusBadge(StatusBadge.Kind.GOOD, text("done"))),
                new NativeTableCell(Integer.toString(attempt.left())));
    }

    private NativeTableRow halt(CaseLog.Halt halt) {
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(halt.at())),
                new NativeTableCell(parts.words().kind(halt.process())),
                new NativeTableCell(called(Optional.of(halt.process()), halt.element())),
                new NativeTableCell(halt.endedAt()
                        .<Component>map(parts.times()::exactly)
                        .orElseGet(() -> new Span(text("until.open")))));
    }

    private static NativeTableCell english(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("lang", "en");
        return cell;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("archive.operations." + part, arguments);
    }
}
