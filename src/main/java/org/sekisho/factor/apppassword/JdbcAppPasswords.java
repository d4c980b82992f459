package org.sekisho.factor.apppassword;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sekisho.factor.FactorId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keyed digests of app passwords in table {@code app_password}; the method is the salt. They are random, so that no slow hash is
 * needed (NIST SP 800-63B-4 §3.1.2.2).
 */
@Component
class JdbcAppPasswords {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final byte[] digestOfNothing;

    JdbcAppPasswords(JdbcClient jdbc, Vault vault, SecureRandom random) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.digestOfNothing = vault.digest(bytes(AppPassword.random(random)), "app-password:none");
    }

    /** Makes this the password of the method, in place of any it had. Joins a transaction of the caller. */
    void replace(FactorId factor, ShownPassword shown) {
        destroy(factor);
        jdbc.sql("insert into app_password (factor_id, shown_id, digest) values (:factor, :shown, :digest)")
                .param("factor", factor.value())
                .param("shown", shown.id())
                .param("digest", vault.digest(bytes(shown.password()), context(factor)))
                .update();
    }

    /** Whether the password of the method is the one shown. */
    boolean holds(FactorId factor, ShownPassword shown) {
        return jdbc.sql("select count(*) from app_password where factor_id = :factor and shown_id = :shown")
                        .param("factor", factor.value())
                        .param("shown", shown.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Which of the methods has this password. Takes the same work for any number of methods up to {@code most}, so that time does
     * not tell how many there are.
     */
    Optional<FactorId> find(List<FactorId> factors, int most, Secret<String> entered) {
        Secret<byte[]> typed = bytes(entered);
        List<UUID> asked = factors.isEmpty()
                ? List.of(UUID.randomUUID())
                : factors.stream().map(FactorId::value).toList();
        List<FactorId> found = jdbc
                .sql("select factor_id, digest from app_password where factor_id in (:factors)")
                .param("factors", asked)
                .query((row, number) -> {
                    FactorId factor = new FactorId(row.getObject("factor_id", UUID.class));
                    return vault.matches(row.getBytes("digest"), typed, context(factor))
                            ? Optional.of(factor)
                            : Optional.<FactorId>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        IntStream.range(factors.size(), most).forEach(rest -> vault.matches(digestOfNothing, typed, "app-password"));
        return found.stream().findFirst();
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from app_password where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private static String context(FactorId factor) {
        return "app-password:" + factor;
    }

    private static Secret<byte[]> bytes(Secret<String> password) {
        return Secret.of(AppPassword.canonical(password).reveal().getBytes(StandardCharsets.UTF_8));
    }
}
