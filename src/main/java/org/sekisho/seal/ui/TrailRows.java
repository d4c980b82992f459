package org.sekisho.seal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.Origin;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.seal.ChainState;
import org.sekisho.seal.ProvenEvent;
import org.sekisho.seal.TrailPage;
import org.sekisho.workbench.CaseWords;
import org.sekisho.workbench.ColumnHeads;
import org.sekisho.workbench.Fact;
import org.sekisho.workbench.ScrolledRegion;
import org.sekisho.workbench.StatusBadge;
import org.sekisho.workbench.Times;

/** Events as a table, each with what the chain says of it, and what else there is to know on demand. */
class TrailRows extends ScrolledRegion {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("at", "chain", "who", "what", "whose", "case");

    private final transient CaseWords words;
    private final transient Times times;
    private final NativeTableBody body = new NativeTableBody();

    /** @param name what the table is called, translated */
    TrailRows(String name, CaseWords words, Times times) {
        super(name);
        this.words = words;
        this.times = times;
        addClassName("trail-list");
        NativeTable table = new NativeTable();
        table.add(new ColumnHeads(COLUMNS.stream().map(column -> text("column." + column))), body);
        add(table);
    }

    void clear() {
        body.removeAll();
    }

    void add(TrailPage page) {
        page.events().forEach(found -> body.add(row(found, page.people())));
    }

    private NativeTableRow row(TrailPage.Found found, Map<AccountId, Account> people) {
        AuditEvent event = found.proven().event();
        Span result = new Span(words.result(event.result()));
        result.addClassName("event-quiet");
        Div what = new Div(new Span(words.action(event.action())), result);
        what.addClassName("event-what");
        return new NativeTableRow(
                new NativeTableCell(times.at(event.at())),
                new NativeTableCell(chain(found.proven())),
                who(found, people),
                new NativeTableCell(what, details(found.proven())),
                new NativeTableCell(event.subject()
                        .<Component>map(subject -> person(subject, people))
                        .orElseGet(Span::new)),
                new NativeTableCell(
                        event.caseId().<Component>map(TrailRows::link).orElseGet(Span::new)));
    }

    private NativeTableCell who(TrailPage.Found found, Map<AccountId, Account> people) {
        NativeTableCell who = new NativeTableCell(found.proven()
                .event()
                .actor()
                .<Component>map(actor -> person(actor, people))
                .orElseGet(() -> new Span(text("system"))));
        found.origin().map(TrailRows::from).ifPresent(who::add);
        return who;
    }

    static Anchor link(UUID caseId) {
        return new Anchor("audit/cases/" + caseId, CaseNumbers.of(new CaseId(caseId)));
    }

    private static Div person(UUID id, Map<AccountId, Account> people) {
        Optional<Account> known = Optional.ofNullable(people.get(new AccountId(id)));
        Span name = new Span(known.map(Account::name).orElse(""));
        Span number = new Span(known.map(account -> account.commonId().value()).orElseGet(id::toString));
        number.addClassName("event-quiet");
        return new Div(name, new Span(" "), number);
    }

    private static Div from(Origin origin) {
        Div from = new Div(origin.device().isEmpty() ? origin.address() : origin.address() + " · " + origin.device());
        from.addClassName("event-quiet");
        return from;
    }

    private StatusBadge chain(ProvenEvent proven) {
        StatusBadge.Kind kind =
                switch (proven.state()) {
                    case VERIFIED -> StatusBadge.Kind.GOOD;
                    case BROKEN -> StatusBadge.Kind.BAD;
                    case UNSEALED -> StatusBadge.Kind.WAITING;
                };
        String word = text("chain." + proven.state().key());
        return new StatusBadge(
                kind,
                proven.state() == ChainState.BROKEN && proven.block().isPresent()
                        ? text("chain.broken.at", Long.toString(proven.block().getAsLong()))
                        : word);
    }

    private NativeDetails details(ProvenEvent proven) {
        AuditEvent event = proven.event();
        Div more = new Div();
        more.addClassName("event-more");
        more.add(new Fact(text("moment"), event.at().toString()), new Fact(text("key"), english(event.action())));
        event.step().ifPresent(step -> more.add(new Fact(text("step"), english(step))));
        event.details().forEach((name, value) -> more.add(new Fact(name, english(value))));
        more.add(new Fact(text("id"), Long.toString(proven.id())));
        proven.block().ifPresent(block -> more.add(new Fact(text("block"), Long.toString(block))));
        proven.sealedAt().ifPresent(at -> more.add(new Fact(text("sealed"), times.at(at))));
        return new NativeDetails(text("details"), more);
    }

    private static Span english(String text) {
        Span span = new Span(text);
        span.getElement().setAttribute("lang", "en");
        return span;
    }

    private String text(String part, Object... arguments) {
        return getTranslation("seal.trail." + part, arguments);
    }
}
