package org.sekisho.helpdesk.ui;

import java.util.List;
import org.sekisho.helpdesk.CaseNews;
import org.sekisho.helpdesk.Cases;
import org.sekisho.helpdesk.Notes;
import org.sekisho.helpdesk.Queue;
import org.sekisho.helpdesk.Watchers;
import org.sekisho.workbench.CaseEvidence;
import org.sekisho.workbench.CaseWords;
import org.sekisho.workbench.Forms;
import org.sekisho.workbench.LiveUpdates;
import org.sekisho.workbench.ModelVocabulary;
import org.sekisho.workbench.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the parts of a case's page are made with. */
@Component
record CaseParts(
        Cases cases,
        Notes notes,
        Watchers watchers,
        CaseNews news,
        Queue queue,
        Forms forms,
        Times times,
        CaseWords words,
        ModelVocabulary models,
        LiveUpdates liveUpdates,
        ObjectProvider<CaseEvidence> evidences) {

    List<CaseEvidence> evidence() {
        return evidences.orderedStream().toList();
    }
}
