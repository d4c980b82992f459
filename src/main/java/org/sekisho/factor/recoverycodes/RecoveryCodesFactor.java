package org.sekisho.factor.recoverycodes;

import java.time.Duration;
import java.util.List;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.CodeSpent;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Codes that the person keeps: look-up secrets (NIST SP 800-63B-4 §3.1.2). Each is right once. */
@Component
@Order(80)
class RecoveryCodesFactor implements FactorType {

    static final String KIND = "recoverycodes";
    static final ProcessKey SETUP = new ProcessKey("factor-recoverycodes-setup");

    private final JdbcRecoveryCodes codes;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final RecoveryCodesProperties policy;

    RecoveryCodesFactor(
            JdbcRecoveryCodes codes,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            RecoveryCodesProperties policy) {
        this.codes = codes;
        this.events = events;
        this.transaction = transaction;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        return new Traits(true, false, false, false, true);
    }

    @Override
    public ProcessKey setupProcess() {
        return SETUP;
    }

    @Override
    public boolean inReserve() {
        return true;
    }

    @Override
    public Duration bindingExpiresAfter() {
        return policy.bindingExpiresAfter();
    }

    @Override
    public boolean mayAdd(List<Factor> present) {
        return present.stream().noneMatch(factor -> factor.kind().equals(KIND));
    }

    /** Using up a code and telling the person of it commit together. */
    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        return transaction.execute(status -> {
            Check found = codes.use(challenge.factor(), entered);
            if (found == Check.RIGHT) {
                events.publishEvent(
                        new CodeSpent(challenge.account(), challenge.factor(), KIND, codes.left(challenge.factor())));
            }
            return found;
        });
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            codes.destroy(ended.factor());
        }
    }
}
