package org.sekisho.vouching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/**
 * Who was asked in a recovery whether it is their person, and what they said; on the page of either case. What a yes is worth in the
 * recovery stands among its evidence.
 */
@Component
class VouchingStatements implements CaseStatements {

    private final JdbcVouchings vouchings;

    VouchingStatements(JdbcVouchings vouchings) {
        this.vouchings = vouchings;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return Stream.concat(
                        vouchings.find(caseId).stream(),
                        vouchings.of(caseId).stream().filter(vouching -> vouching.state() != VouchingState.VOUCHED))
                .map(vouching -> new Statement(
                        Sort.EVIDENCE,
                        vouching.endedAt().orElse(vouching.askedAt()),
                        "helpdesk.event.vouching.vouching-answered",
                        Optional.of(vouching.state().name().toLowerCase(Locale.ROOT)),
                        Optional.of(vouching.voucher().value()),
                        Optional.empty()))
                .toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        vouchings.remove(cases);
    }
}
