package org.sekisho.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** Why people of a unit have approved an application or refused it. */
@Component
class ApprovalStatements implements CaseStatements {

    private final JdbcDecisions decisions;

    ApprovalStatements(JdbcDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return decisions.find(caseId).stream()
                .map(decision -> new Statement(
                        Sort.REASON,
                        decision.decidedAt(),
                        "helpdesk.event.approval.application-decided",
                        Optional.of(decision.approved() ? "approved" : "refused"),
                        Optional.of(decision.decidedBy().value()),
                        Optional.of(decision.reason()).filter(reason -> !reason.isBlank())))
                .toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        decisions.remove(cases);
    }
}
