package org.sekisho.recovery;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.vouching.Vouchings;
import org.springframework.stereotype.Component;

/**
 * The word of people who know the person of a recovery. Whoever asks is not told who they are, nor whether there is anybody.
 */
@Component
public class VoucherProof {

    private final Recoveries recoveries;
    private final Vouchings vouchings;

    VoucherProof(Recoveries recoveries, Vouchings vouchings) {
        this.recoveries = recoveries;
        this.vouchings = vouchings;
    }

    /**
     * Asks everybody who can vouch for the person, each once in a case. Called outside any transaction.
     *
     * @throws org.sekisho.process.TaskUnavailable where the task is gone or not the person's
     */
    public void asked(TaskId id) {
        CaseTask task = recoveries.own(id);
        vouchings.ask(task.caseId(), new AccountId(task.subject().orElseThrow()));
    }
}
