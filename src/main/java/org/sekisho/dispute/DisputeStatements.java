package org.sekisho.dispute;

import java.util.Collection;
import java.util.List;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** Why a disputed change was undone or kept. */
@Component
class DisputeStatements implements CaseStatements {

    private final JdbcDisputes disputes;

    DisputeStatements(JdbcDisputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return disputes.reason(caseId).stream().toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        disputes.forgetReasons(cases);
    }
}
