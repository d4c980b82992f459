package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.audit.AuditEvent;
import org.sekisho.seal.ProvenEvent;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.StatusBadge;

/** Events of the trail as a table: when, what the chain says, who from where, and what at which step; the rest on demand. */
class EventList extends ScrolledRegion {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("at", "chain", "actor", "action");

    private final transient CaseStory story;
    private final transient ArchiveParts parts;
    private final transient List<ProvenEvent> events;
    private final List<NativeTableRow> rows = new ArrayList<>();

    /** @param name what the table is called, translated */
    EventList(String name, CaseStory story, ArchiveParts parts) {
        super(name);
        this.story = story;
        this.parts = parts;
        this.events = story.events();
        addClassName("archive-table");
        NativeTableBody body = new NativeTableBody();
        for (ProvenEvent event : this.events) {
            NativeTableRow row = row(event);
            rows.add(row);
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.add(new ColumnHeads(COLUMNS.stream().map(column -> getTranslation("archive.events." + column))), body);
        add(table);
    }

    /** Marks the events of a moment, by a sign as well as by colour. */
    void mark(List<AuditEvent> now) {
        Set<AuditEvent> marked = Set.copyOf(now);
        for (int place = 0; place < rows.size(); place++) {
            boolean current = marked.contains(events.get(place).event());
            rows.get(place).setClassName("archive-current", current);
            if (current) {
                rows.get(place).getElement().setAttribute("aria-current", "step");
            } else {
                rows.get(place).getElement().removeAttribute("aria-current");
            }
        }
    }

    private NativeTableRow row(ProvenEvent proven) {
        AuditEvent event = proven.event();
        NativeTableCell who = new NativeTableCell(new Div(who(event.actor(), story, this)));
        story.from(event).ifPresent(from -> who.add(quiet(from)));
        Div what = new Div(
                new Span(parts.words().action(event.action())),
                quiet(parts.words().result(event.result())));
        what.addClassName("event-what");
        NativeTableCell told = new NativeTableCell(what);
        event.step().map(step -> parts.models().step(step).orElse(step)).ifPresent(step -> told.add(quiet(step)));
        told.add(more(proven));
        return new NativeTableRow(
                new NativeTableCell(parts.times().exactly(event.at())), new NativeTableCell(chain(proven)), who, told);
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("event-quiet");
        return span;
    }

    private NativeDetails more(ProvenEvent proven) {
        AuditEvent event = proven.event();
        Div all = new Div();
        all.addClassName("event-more");
        event.step().ifPresent(step -> all.add(new Fact(getTranslation("archive.events.step"), english(step))));
        event.details().forEach((name, value) -> all.add(new Fact(name, english(value))));
        all.add(new Fact(getTranslation("archive.events.id"), Long.toString(proven.id())));
        return new NativeDetails(getTranslation("archive.events.details"), all);
    }

    private static Span english(String text) {
        Span span = new Span(text);
        span.getElement().setAttribute("lang", "en");
        return span;
    }

    private StatusBadge chain(ProvenEvent proven) {
        String state = "archive.chain." + proven.state().key();
        return switch (proven.state()) {
            case VERIFIED ->
                new StatusBadge(
                        StatusBadge.Kind.GOOD,
                        getTranslation(state, proven.block().orElse(0)));
            case BROKEN -> new StatusBadge(StatusBadge.Kind.BAD, getTranslation(state));
            case UNSEALED -> new StatusBadge(StatusBadge.Kind.WAITING, getTranslation(state));
        };
    }

    static String who(Optional<UUID> actor, CaseStory story, Div on) {
        return actor.map(person -> on.getTranslation(
                        story.isSubject(person) ? "archive.by.person" : "archive.by", story.name(person)))
                .orElseGet(() -> on.getTranslation("archive.by.system"));
    }
}
