package org.sekisho.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.directory.Account;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.CasePath;
import org.sekisho.process.ProcessKey;

/**
 * A case as staff read it.
 *
 * @param kind the process in which the helpdesk was first asked
 * @param subject whom it is about
 * @param openedAt when it began; when the helpdesk was first asked, where the engine no longer knows
 * @param endedAt empty while it runs
 * @param tasks what waits of it for the reader or their groups
 * @param paths the processes that it has run, as {@link org.sekisho.process.CasePaths} tells them
 */
public record CaseFile(
        CaseId id,
        ProcessKey kind,
        Optional<Account> subject,
        Instant openedAt,
        Optional<Instant> endedAt,
        List<QueuedTask> tasks,
        List<CasePath> paths) {

    public CaseFile {
        tasks = List.copyOf(tasks);
        paths = List.copyOf(paths);
    }

    /** What people call the case: the first eight digits of its id. */
    public String number() {
        return CaseNumbers.of(id);
    }
}
