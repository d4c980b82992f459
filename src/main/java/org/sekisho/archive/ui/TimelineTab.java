package org.sekisho.archive.ui;

import com.vaadin.flow.component.html.Div;

/** Everything that the trail has of the case, in the order in which it was written. */
class TimelineTab extends Div {

    private static final long serialVersionUID = 1L;

    TimelineTab(CaseStory story, ArchiveParts parts) {
        add(new EventList(getTranslation("archive.case.tab.timeline"), story, parts));
    }
}
