package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.sekisho.helpdesk.CaseNews;
import org.sekisho.helpdesk.Cases;
import org.sekisho.helpdesk.Watchers;
import org.sekisho.process.CaseTask;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.TaskNotice;

/** Above a task of the helpdesk: the way to the file of its case, and who else has it open. */
@org.springframework.stereotype.Component
class CaseLine implements TaskNotice {

    private final Cases cases;
    private final Watchers watchers;
    private final CaseNews news;
    private final LiveUpdates liveUpdates;

    CaseLine(Cases cases, Watchers watchers, CaseNews news, LiveUpdates liveUpdates) {
        this.cases = cases;
        this.watchers = watchers;
        this.news = news;
        this.liveUpdates = liveUpdates;
    }

    @Override
    public Optional<Component> above(CaseTask task) {
        if (!cases.mayRead(task.caseId())) {
            return Optional.empty();
        }
        Div line = new Div();
        line.addClassName("case-line");
        line.add(
                new Anchor(CaseView.route(task.caseId()), line.getTranslation("helpdesk.case.file")),
                new CaseWatchers(task.caseId(), watchers, news, liveUpdates));
        return Optional.of(line);
    }
}
