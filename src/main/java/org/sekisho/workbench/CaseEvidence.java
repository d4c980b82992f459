package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.process.CaseId;

/**
 * What a process shows, on the page of one of its cases, of that which speaks for the person of the case. Each bean of this type is
 * asked about every case whose page is opened; the reader may read the case, and what more they may see is for the bean to know.
 */
public interface CaseEvidence {

    /** Empty where there is nothing to see, or not for this reader, or not now. */
    Optional<Component> of(CaseId caseId, TaskNavigation navigation);
}
