package org.sekisho.factor;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.process.Variable;
import org.springframework.stereotype.Component;

/**
 * Begins the binding of the kind whose set-up process this is. In: {@code accountId}, {@code factorId}; sets {@code expiresAt},
 * the time by which the method must be proved.
 */
@Component
class BeginBinding implements ProcessStep {

    private static final Variable<UUID> ACCOUNT = Variable.id("accountId");
    private static final Variable<UUID> FACTOR = Variable.id("factorId");
    private static final Variable<Instant> EXPIRES_AT = Variable.instant("expiresAt");

    private final FactorCatalog catalog;
    private final Factors factors;
    private final Clock clock;

    BeginBinding(FactorCatalog catalog, Factors factors, Clock clock) {
        this.catalog = catalog;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public void run(StepContext context) {
        FactorType type = catalog.types().stream()
                .filter(kind -> kind.setupProcess().equals(context.process()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(context.process() + " sets up no kind of method"));
        factors.begin(
                new FactorId(context.get(FACTOR)), new AccountId(context.get(ACCOUNT)), type.kind(), context.caseId());
        context.set(EXPIRES_AT, clock.instant().plus(type.bindingExpiresAfter()));
    }
}
