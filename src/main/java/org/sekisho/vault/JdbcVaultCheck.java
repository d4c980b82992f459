package org.sekisho.vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sekisho.shared.Secret;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the vault sealed at the first start against this database: only the same keyset, or one rotated from it, opens it. */
@Component
class JdbcVaultCheck {

    private static final String CONTEXT = "vault:check";
    private static final Secret<byte[]> KNOWN = Secret.of("sekisho".getBytes(StandardCharsets.UTF_8));

    private final JdbcClient jdbc;

    JdbcVaultCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the vault fits the database; a database without a check gets one. */
    boolean fits(Vault vault) {
        Optional<Check> check = find();
        if (check.isEmpty()) {
            try {
                jdbc.sql("insert into vault_check (id, sealed, digest) values (1, ?, ?)")
                        .params(vault.seal(KNOWN, CONTEXT).toBytes(), vault.digest(KNOWN, CONTEXT))
                        .update();
                return true;
            } catch (DuplicateKeyException another) {
                // another node starts for the first time as well and was quicker
                check = find();
            }
        }
        return check.filter(stored -> opens(vault, stored)).isPresent();
    }

    private Optional<Check> find() {
        return jdbc.sql("select sealed, digest from vault_check where id = 1")
                .query((row, number) -> new Check(SealedSecret.ofBytes(row.getBytes("sealed")), row.getBytes("digest")))
                .optional();
    }

    private static boolean opens(Vault vault, Check check) {
        try {
            vault.open(check.sealed(), CONTEXT);
            return vault.matches(check.digest(), KNOWN, CONTEXT);
        } catch (IllegalStateException otherKey) {
            return false;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    private record Check(SealedSecret sealed, byte[] digest) {}
}
