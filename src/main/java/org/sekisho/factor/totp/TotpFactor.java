package org.sekisho.factor.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorEnded;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Traits;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The authenticator app: six digits that change every 30 seconds, HMAC-SHA-1 (RFC 6238), as every app in use understands
 * them. The code of a step is accepted once, and none of an earlier step after it (NIST SP 800-63B-4 §3.1.4).
 */
@Component
@Order(10)
class TotpFactor implements FactorType {

    static final String KIND = "totp";
    static final ProcessKey SETUP = new ProcessKey("factor-totp-setup");
    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(
            STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    private final JdbcTotpKeys keys;
    private final Clock clock;
    private final TotpProperties policy;

    TotpFactor(JdbcTotpKeys keys, Clock clock, TotpProperties policy) {
        this.keys = keys;
        this.clock = clock;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Traits traits() {
        return new Traits(true, true, false, false, true);
    }

    @Override
    public ProcessKey setupProcess() {
        return SETUP;
    }

    @Override
    public Duration bindingExpiresAfter() {
        return policy.bindingExpiresAfter();
    }

    @Override
    public Check check(Challenge challenge, Secret<String> entered) {
        return check(challenge.factor(), entered);
    }

    Check check(FactorId factor, Secret<String> entered) {
        return keys.find(factor)
                .map(key -> check(factor, key, entered.reveal()))
                .orElse(Check.WRONG);
    }

    private Check check(FactorId factor, Secret<byte[]> key, String entered) {
        long current = Math.floorDiv(clock.instant().getEpochSecond(), STEP.toSeconds());
        Check found = Check.WRONG;
        for (long step = current; step >= current - policy.stepsBack(); step--) {
            if (same(code(key, step), entered) && found == Check.WRONG) {
                found = keys.accept(factor, step) ? Check.RIGHT : Check.USED;
            }
        }
        return found;
    }

    /** The code of a time step, counted from the epoch. */
    static String code(Secret<byte[]> key, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(key.reveal(), "RAW"),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key of a method cannot be used", e);
        }
    }

    private static boolean same(String right, String entered) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), entered.getBytes(StandardCharsets.UTF_8));
    }

    @EventListener
    void on(FactorEnded ended) {
        if (ended.kind().equals(KIND)) {
            keys.destroy(ended.factor());
        }
    }
}
