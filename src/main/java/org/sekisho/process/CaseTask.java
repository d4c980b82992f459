package org.sekisho.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user task as it waits now.
 *
 * @param process the process that the task stands in; a called process has its own key
 * @param element the BPMN id of the task
 * @param subject the account that the case is about
 * @param assignee who holds the task
 * @param groups which of the groups of the actor who asked may take it; empty for a task of the actor alone
 * @param priority higher is more urgent; 50 where the model says nothing
 */
public record CaseTask(
        TaskId id,
        CaseId caseId,
        ProcessKey process,
        String element,
        FormKey form,
        Optional<UUID> subject,
        Optional<UUID> assignee,
        Set<String> groups,
        Instant createdAt,
        Optional<Instant> dueAt,
        int priority) {

    public CaseTask {
        groups = Set.copyOf(groups);
    }
}
