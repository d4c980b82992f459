package org.sekisho.termination;

import java.util.Collection;
import java.util.List;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** Why a person wanted to do without MFA, and why they may or may not. */
@Component
class TerminationStatements implements CaseStatements {

    private final JdbcTerminations terminations;

    TerminationStatements(JdbcTerminations terminations) {
        this.terminations = terminations;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return terminations.reasons(caseId);
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        terminations.forgetReasons(cases);
    }
}
