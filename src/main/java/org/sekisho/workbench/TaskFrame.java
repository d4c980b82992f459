package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.sekisho.process.CaseTask;

/**
 * What a process puts around the tasks of its cases, those of the processes that it calls included. Each bean of this type is
 * asked about every task that a person holds.
 */
public interface TaskFrame {

    /** What is shown in the place of the task's own screen; empty where nothing stands in the way. */
    Optional<Component> before(CaseTask task, TaskNavigation navigation);

    /** The route to which the person comes back when no further task of the case is theirs; empty for the usual one. */
    Optional<String> afterwards(CaseTask task);
}
