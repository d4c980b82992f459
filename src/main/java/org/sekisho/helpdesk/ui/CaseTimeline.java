package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditEvent;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.CaseFile;

/** What has happened in the case, the newest first: who did what, when, and how it ended. */
class CaseTimeline extends Div implements CasePage.CaseTab {

    private static final long serialVersionUID = 1L;

    private final transient CaseParts parts;

    CaseTimeline(CaseParts parts) {
        this.parts = parts;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(CaseFile file) {
        removeAll();
        List<AuditEvent> events = parts.cases().timeline(file.id());
        Map<AccountId, String> names = parts.cases()
                .names(events.stream()
                        .flatMap(event -> event.actor().stream())
                        .map(AccountId::new)
                        .toList());
        OrderedList list = new OrderedList();
        list.addClassName("case-events");
        events.forEach(event -> list.add(item(event, file.subject().map(Account::id), names)));
        add(list);
    }

    private ListItem item(AuditEvent event, Optional<AccountId> subject, Map<AccountId, String> names) {
        Span what = new Span(parts.words().action(event.action()));
        what.addClassName("case-event-what");
        Span who = new Span(who(event, subject, names));
        who.addClassName("case-event-who");
        Span result = new Span(parts.words().result(event.result()));
        result.addClassName("case-event-result");
        ListItem item = new ListItem(parts.times().at(event.at()), what, result, who);
        event.step().ifPresent(step -> {
            Span place = new Span(parts.models().step(step).orElse(step));
            place.addClassName("case-event-step");
            item.add(place);
        });
        return item;
    }

    private String who(AuditEvent event, Optional<AccountId> subject, Map<AccountId, String> names) {
        Optional<AccountId> actor = event.actor().map(AccountId::new);
        if (actor.isEmpty()) {
            return getTranslation("helpdesk.case.by.system");
        }
        String name = names.getOrDefault(actor.get(), "");
        return getTranslation(actor.equals(subject) ? "helpdesk.case.by.person" : "helpdesk.case.by", name);
    }
}
