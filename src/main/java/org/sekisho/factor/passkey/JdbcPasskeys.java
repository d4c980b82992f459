package org.sekisho.factor.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.factor.FactorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys in table {@code passkey}. Calls join a transaction of the caller. */
@Component
class JdbcPasskeys {

    private static final String SELECT =
            "select factor_id, credential_id, credential, sign_count, backup_eligible, transports from passkey";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPasskeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Passkey passkey) {
        jdbc.sql("insert into passkey"
                        + " (factor_id, credential_id, credential, sign_count, backup_eligible, transports, created_at)"
                        + " values (:factor, :id, :credential, :count, :backup, :transports, :now)")
                .param("factor", passkey.factor().value())
                .param("id", passkey.credentialId())
                .param("credential", passkey.credential())
                .param("count", passkey.count())
                .param("backup", passkey.backupEligible())
                .param("transports", String.join(" ", passkey.transports()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Passkey> find(FactorId factor) {
        return jdbc.sql(SELECT + " where factor_id = :factor")
                .param("factor", factor.value())
                .query(JdbcPasskeys::passkey)
                .optional();
    }

    Optional<Passkey> findByCredential(String credentialId) {
        return jdbc.sql(SELECT + " where credential_id = :id")
                .param("id", credentialId)
                .query(JdbcPasskeys::passkey)
                .optional();
    }

    /**
     * Remembers the count of a signature (WebAuthn §6.1.1).
     *
     * @return whether the device counts on from what was seen, or does not count at all; where not, there is a copy of it
     */
    boolean count(FactorId factor, long count) {
        return 1
                == jdbc.sql("update passkey set sign_count = :count where factor_id = :factor"
                                + " and (sign_count < :count or (sign_count = 0 and :count = 0))")
                        .param("count", count)
                        .param("factor", factor.value())
                        .update();
    }

    void destroy(FactorId factor) {
        jdbc.sql("delete from passkey where factor_id = :factor")
                .param("factor", factor.value())
                .update();
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new FactorId(row.getObject("factor_id", UUID.class)),
                row.getString("credential_id"),
                row.getString("credential"),
                row.getLong("sign_count"),
                row.getBoolean("backup_eligible"),
                Arrays.stream(row.getString("transports").split(" "))
                        .filter(transport -> !transport.isEmpty())
                        .collect(Collectors.toSet()));
    }
}
