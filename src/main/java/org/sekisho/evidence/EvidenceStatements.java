package org.sekisho.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** What spoke for the person of a case, and who has made sure of it. */
@Component
class EvidenceStatements implements CaseStatements {

    private final JdbcEvidence evidence;

    EvidenceStatements(JdbcEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return evidence.of(caseId).stream()
                .map(item -> new Statement(
                        Sort.EVIDENCE,
                        item.at(),
                        "evidence.kind." + key(item.kind()),
                        Optional.of(key(item.result())),
                        item.checkedBy().map(AccountId::value),
                        Optional.empty()))
                .toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        evidence.remove(cases);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
