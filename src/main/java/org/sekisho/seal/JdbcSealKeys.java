package org.sekisho.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sekisho.vault.SealedSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys in the table {@code seal_key}. */
@Component
class JdbcSealKeys {

    private final JdbcClient jdbc;

    JdbcSealKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, the first one first. */
    List<Stored> all() {
        return jdbc.sql("SELECT * FROM seal_key ORDER BY number")
                .query((row, place) -> stored(row))
                .list();
    }

    /** The one that signs. */
    Optional<Stored> newest() {
        return jdbc.sql("SELECT * FROM seal_key ORDER BY number DESC LIMIT 1")
                .query((row, place) -> stored(row))
                .optional();
    }

    void add(Stored added) {
        jdbc.sql("""
                        INSERT INTO seal_key (number, public_key, sealed, endorsement, digest, created_at)
                        VALUES (:number, :publicKey, :sealed, :endorsement, :digest, :createdAt)
                        """)
                .param("number", added.key().number())
                .param("publicKey", added.key().encoded())
                .param("sealed", added.privateKey().toBytes())
                .param("endorsement", added.key().endorsement().orElse(null))
                .param("digest", added.digest())
                .param("createdAt", added.key().createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new SealKey(
                        row.getInt("number"),
                        row.getBytes("public_key"),
                        Optional.ofNullable(row.getBytes("endorsement")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                SealedSecret.ofBytes(row.getBytes("sealed")),
                row.getBytes("digest"));
    }

    /**
     * A key with its private half.
     *
     * @param digest of the public half, by the vault: without the vault nobody puts another in its place
     */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(SealKey key, SealedSecret privateKey, byte[] digest) {}
}
