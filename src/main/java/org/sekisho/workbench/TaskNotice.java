package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.process.CaseTask;

/** What another module has to say above a task of a group. Each bean of this type is asked whenever such a task is shown. */
public interface TaskNotice {

    /** Empty where there is nothing to say. */
    Optional<Component> above(CaseTask task);
}
