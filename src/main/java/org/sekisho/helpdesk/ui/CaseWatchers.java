package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.directory.Account;
import org.sekisho.helpdesk.CaseNews;
import org.sekisho.helpdesk.Watchers;
import org.sekisho.process.CaseId;
import org.sekisho.workbench.Glyph;
import org.sekisho.workbench.LiveUpdates;

/** Says who else has the case open, for as long as the page is; it warns and hinders nobody. */
class CaseWatchers extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Watchers watchers;
    private final transient CaseId caseId;
    private final UUID page = UUID.randomUUID();
    private transient List<Account> shown = List.of();

    CaseWatchers(CaseId caseId, Watchers watchers, CaseNews news, LiveUpdates liveUpdates) {
        this.caseId = caseId;
        this.watchers = watchers;
        addClassName("case-watchers");
        getElement().setAttribute("role", "status");
        addAttachListener(attached -> show());
        liveUpdates.refresh(this, Watchers.AGAIN, news.of(caseId), this::show);
    }

    private void show() {
        List<Account> others = watchers.seen(page, caseId);
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        removeAll();
        if (!others.isEmpty()) {
            String names = others.stream()
                    .map(Account::name)
                    .collect(Collectors.joining(getTranslation("helpdesk.case.watchers.and")));
            add(Glyph.ALERT.component(), new Span(getTranslation("helpdesk.case.watchers", names)));
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watchers.left(page, caseId);
    }
}
