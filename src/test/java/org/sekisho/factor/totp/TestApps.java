package org.sekisho.factor.totp;

import java.util.Locale;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.testing.MutableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator apps in the hands of tests. */
@Component
@Profile("test")
public class TestApps {

    private final Factors factors;
    private final JdbcTotpKeys keys;
    private final MutableClock clock;

    TestApps(Factors factors, JdbcTotpKeys keys, MutableClock clock) {
        this.factors = factors;
        this.keys = keys;
        this.clock = clock;
    }

    /** An app that is a method of the account already. */
    @Transactional
    public FactorId enroll(AccountId account) {
        FactorId factor = FactorId.next();
        factors.begin(factor, account, TotpFactor.KIND, CaseId.next());
        keys.make(factor);
        factors.activate(factor);
        return factor;
    }

    /** The key that the app holds. */
    public Secret<byte[]> key(FactorId factor) {
        return keys.find(factor).orElseThrow();
    }

    /** What the app shows now. */
    public Secret<String> code(FactorId factor) {
        return code(factor, 0);
    }

    /** What the app shows when the next step begins; the clock is moved there. */
    public Secret<String> nextCode(FactorId factor) {
        clock.advance(TotpFactor.STEP);
        return code(factor);
    }

    /** Six digits that the app shows neither now nor a short while ago nor soon. */
    public Secret<String> wrongCode(FactorId factor) {
        int candidate = 135_791;
        while (true) {
            String wrong = String.format(Locale.ROOT, "%06d", candidate++);
            boolean right = false;
            for (int steps = -3; steps <= 30; steps++) {
                right |= code(factor, steps).reveal().equals(wrong);
            }
            if (!right) {
                return Secret.of(wrong);
            }
        }
    }

    private Secret<String> code(FactorId factor, int stepsFromNow) {
        long now = clock.instant().getEpochSecond() / TotpFactor.STEP.toSeconds();
        return Secret.of(TotpFactor.code(keys.find(factor).orElseThrow(), now + stepsFromNow));
    }
}
