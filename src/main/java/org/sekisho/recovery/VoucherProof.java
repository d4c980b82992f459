package org.sekisho.recovery;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.directory.AccountId;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.process.CaseId;
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
    private final JdbcRecoveries table;
    private final JdbcRecoveryDecisions decisions;
    private final Evidence evidence;
    private final Vouchings vouchings;

    VoucherProof(
            Recoveries recoveries,
            JdbcRecoveries table,
            JdbcRecoveryDecisions decisions,
            Evidence evidence,
            Vouchings vouchings) {
        this.recoveries = recoveries;
        this.table = table;
        this.decisions = decisions;
        this.evidence = evidence;
        this.vouchings = vouchings;
    }

    /**
     * Asks everybody who can vouch for the person, each once in a case. Called outside any transaction.
     *
     * @throws org.sekisho.process.TaskUnavailable where the task is gone or not the person's
     */
    public void asked(TaskId id) {
        CaseTask task = recoveries.own(id);
        vouchings.ask(task.caseId(), new AccountId(task.subject().orElseThrow()), atWork(task.caseId()));
    }

    /** Whoever has opened the case, looked at its evidence or decided in it has no other part in it. */
    private Set<AccountId> atWork(CaseId caseId) {
        return Stream.of(
                        table.get(caseId).openedBy().stream(),
                        decisions.of(caseId).stream().map(RecoveryDecision::decidedBy),
                        evidence.of(caseId).stream()
                                .map(EvidenceItem::checkedBy)
                                .flatMap(Optional::stream))
                .flatMap(people -> people)
                .collect(Collectors.toSet());
    }
}
