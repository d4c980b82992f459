package org.sekisho.recovery;

import java.time.Clock;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.security.HalfWayCase;
import org.sekisho.verification.LastResort;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Leads a sign-in that cannot be passed into the recovery of the account: a new one, or the one that is open. */
@Component
@Order(10)
class RecoverySignIns implements LastResort, HalfWayCase {

    static final String ROUTE = "recovery";

    private final Recoveries cases;
    private final JdbcRecoveries recoveries;
    private final CaseBrowsers browsers;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecoverySignIns(
            Recoveries cases,
            JdbcRecoveries recoveries,
            CaseBrowsers browsers,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.recoveries = recoveries;
        this.browsers = browsers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recovery.resort";
    }

    @Override
    public Answer taken(AccountId account, CaseId signInCase) {
        Recoveries.Opening opening = cases.opened(account, RecoveryChannel.PASSWORD, Optional.empty());
        return switch (opening) {
            case OPENED, OPEN_ALREADY -> {
                transaction.executeWithoutResult(status -> recoveries
                        .open(account)
                        .ifPresent(open -> recoveries.visit(
                                signInCase, open.caseId(), opening == Recoveries.Opening.OPENED, clock.instant())));
                yield Answer.GOES_ON;
            }
            case NOT_NEEDED -> new Answer("recovery.opening.not-needed");
            case FROZEN -> new Answer("recovery.opening.frozen");
            case PASSWORD_FIRST -> new Answer("recovery.opening.password-first");
            case TOO_MANY -> new Answer("recovery.opening.too-many");
        };
    }

    @Override
    public Optional<CaseId> after(AccountId account, CaseId signInCase) {
        return recoveries
                .visit(account, signInCase)
                .filter(visit -> recoveries.use(signInCase))
                .map(visit -> {
                    if (visit.opens()) {
                        browsers.bindThisOne(recoveries.get(visit.caseId()));
                    }
                    return visit.caseId();
                });
    }

    @Override
    public String route() {
        return ROUTE;
    }

    @Override
    public boolean isOf(AccountId account, CaseId caseId) {
        return recoveries
                .find(caseId)
                .filter(recovery -> recovery.account().equals(account))
                .isPresent();
    }
}
