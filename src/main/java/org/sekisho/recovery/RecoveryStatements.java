package org.sekisho.recovery;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** Why a recovery was decided as it was, by each who decided. */
@Component
class RecoveryStatements implements CaseStatements {

    private final JdbcRecoveryDecisions decisions;

    RecoveryStatements(JdbcRecoveryDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return decisions.of(caseId).stream()
                .map(decision -> new Statement(
                        Sort.REASON,
                        decision.decidedAt(),
                        "recovery.file.part." + key(decision.part()),
                        Optional.of(key(decision.verdict())),
                        Optional.of(decision.decidedBy().value()),
                        Optional.of(decision.reason())))
                .toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        decisions.remove(cases);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
