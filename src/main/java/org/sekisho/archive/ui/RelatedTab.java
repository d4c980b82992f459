package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sekisho.archive.ArchivedCase;

/** The other cases of the same account. */
class RelatedTab extends Div {

    private static final long serialVersionUID = 1L;

    RelatedTab(CaseStory story, ArchiveParts parts) {
        List<ArchivedCase> related = parts.archive().related(story.found());
        if (related.isEmpty()) {
            add(new Paragraph(getTranslation("archive.related.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("case-events");
        related.forEach(one -> {
            ListItem item = new ListItem(
                    parts.times().at(one.startedAt()),
                    new Anchor(
                            ArchivedCaseView.route(one.id()),
                            getTranslation("archive.related.case", parts.words().kind(one.process()), one.number())),
                    CasesView.state(one.state(), this));
            parts.words().ending(one).ifPresent(ending -> item.add(new Span(ending)));
            list.add(item);
        });
        add(new Paragraph(getTranslation("archive.related.lead")), list);
    }
}
