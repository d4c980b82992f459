package org.sekisho.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user task that groups are offered, as it stands for everybody: {@link CaseTask} is what one actor sees of it.
 *
 * @param process the process that the task stands in; a called process has its own key
 * @param element the BPMN id of the task
 * @param subject the account that the case is about, who never works the task
 * @param barred who else must not work it
 * @param groups the groups that are offered it, at least one
 * @param assignee who holds it
 * @param followUpAt when its holder wants to look at it again
 * @param priority higher is more urgent; 50 where the model says nothing
 */
public record OfferedTask(
        TaskId id,
        CaseId caseId,
        ProcessKey process,
        String element,
        FormKey form,
        Optional<UUID> subject,
        Barred barred,
        Set<String> groups,
        Optional<UUID> assignee,
        Instant createdAt,
        Optional<Instant> dueAt,
        Optional<Instant> followUpAt,
        int priority) {

    public OfferedTask {
        groups = Set.copyOf(groups);
    }
}
