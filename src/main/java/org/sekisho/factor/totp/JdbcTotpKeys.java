package org.sekisho.factor.totp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sekisho.factor.FactorId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of authenticator apps, sealed by the vault, in table {@code totp_key}. Calls join a transaction of the caller. */
@Component
class JdbcTotpKeys {

    /** 160 bits, as RFC 4226 §4 recommends (NIST SP 800-63B-4 §3.1.4: at least 112). */
    private static final int KEY_BYTES = 20;

    private static final long NO_STEP = -1;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final Vault vault;

    JdbcTotpKeys(JdbcClient jdbc, Clock clock, SecureRandom random, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.vault = vault;
    }

    /** Makes a key for a method that has none. */
    void make(FactorId factor) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        jdbc.sql("insert into totp_key (factor_id, sealed_key, last_step, created_at)"
                        + " values (:factor, :sealed, :step, :now)")
                .param("factor", factor.value())
                .param("sealed", vault.seal(Secret.of(key), context(factor)).toBytes())
                .param("step", NO_STEP)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Secret<byte[]>> find(FactorId factor) {
        return jdbc.sql("select sealed_key from totp_key where factor_id = :factor")
                .param("factor", factor.value())
                .query((row, number) -> row.getBytes("sealed_key"))
                .optional()
                .map(bytes -> vault.open(SealedSecret.ofBytes(bytes), context(factor)));
    }

    /**
     * Remembers that the code of a time step was accepted.
     *
     * @return whether it had not been before, nor that of any later step; of any number of parallel calls one at most
     */
    boolean accept(FactorId factor, long step) {
        return 1
                == jdbc.sql("update totp_key set last_step = :step where factor_id = :factor and last_step < :step")
                        .param("step", step)
                        .param("factor", factor.value())
                        .update();
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from totp_key where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private static String context(FactorId factor) {
        return "totp:" + factor;
    }
}
