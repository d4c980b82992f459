package org.sekisho.vouching;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.notice.Notices;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.springframework.stereotype.Component;

/**
 * Somebody who knows the person says that it is not them. The recovery shows it as evidence that speaks against them, and all who
 * may decide on it are written to at once.
 */
@Component
class RaiseAlarm implements ProcessStep {

    private final JdbcVouchings vouchings;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    RaiseAlarm(
            JdbcVouchings vouchings,
            Evidence evidence,
            Accounts accounts,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.vouchings = vouchings;
        this.evidence = evidence;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        Vouching vouching = vouchings.get(context.caseId());
        vouchings.end(vouching.caseId(), VouchingState.DENIED, clock.instant());
        EvidenceItem against = evidence.add(
                vouching.recovery(),
                vouching.account(),
                EvidenceKind.VOUCHED,
                Optional.of(vouching.voucher()),
                vouching.voucher().toString());
        evidence.reject(against.id(), vouching.voucher());
        audit.record(
                "vouching.vouching-answered",
                Optional.of(vouching.account().value()),
                Optional.of(vouching.recovery().value()),
                "denied",
                Map.of("voucher", vouching.voucher().toString()));
        Account person = accounts.get(vouching.account());
        Stream.of(Role.LEAD, Role.HELPDESK)
                .flatMap(role -> accounts.with(role).stream())
                .filter(agent -> agent.rank().compareTo(person.rank()) >= 0)
                .map(Account::id)
                .filter(agent -> !agent.equals(vouching.account()) && !agent.equals(vouching.voucher()))
                .distinct()
                .forEach(agent -> notices.inform(
                        agent,
                        Optional.of(vouching.caseId()),
                        "vouching-denied",
                        agent.toString(),
                        vouching.recovery()));
    }
}
