package org.sekisho.helpdesk;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.FormKey;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;

/** A task as the list shows it. */
public record QueuedTask(
        TaskId id,
        CaseId caseId,
        ProcessKey process,
        String element,
        FormKey form,
        Optional<AccountId> subject,
        Optional<AccountId> assignee,
        int priority,
        Instant createdAt,
        Optional<Instant> dueAt,
        Optional<Instant> followUpAt) {

    /** What people call the case: the first eight digits of its id. */
    public String caseNumber() {
        return CaseNumbers.of(caseId);
    }
}
