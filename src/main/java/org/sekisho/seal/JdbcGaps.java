package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gaps in the table {@code seal_gap}. Each has a digest by the vault: one that somebody has put there is none, so that nothing can
 * be slipped into the past of the trail through it.
 */
@Component
class JdbcGaps {

    /** No transaction of the product lasts so long: what comes into a gap after it was not written by the product. */
    static final Duration LONGEST_TRANSACTION = Duration.ofHours(6);

    /** The first block after that closes a gap. One that is there much later was put there again. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final String SELECT = "SELECT first_id, last_id, seen_at, digest,"
            + " (SELECT sealed_at FROM seal_block ORDER BY number DESC LIMIT 1) AS last_sealed FROM seal_gap";

    private static final String CONTEXT = "audit-gap";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcGaps(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Ids that were passed over at a moment. */
    record Gap(EventIds.Run ids, Instant seenAt) {

        boolean has(long id) {
            return id >= ids.first() && id <= ids.last();
        }

        private Secret<byte[]> statement() {
            return Secret.of(ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
                    .putLong(ids.first())
                    .putLong(ids.last())
                    .putLong(seenAt.getEpochSecond())
                    .putInt(seenAt.getNano())
                    .array());
        }
    }

    /** Those that are still open, ascending. */
    List<Gap> open() {
        return jdbc
                .sql(SELECT + " WHERE digest IS NOT NULL ORDER BY first_id")
                .query((row, place) -> {
                    byte[] digest = row.getBytes("digest");
                    return gap(row).filter(gap -> vault.matches(digest, gap.statement(), CONTEXT));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those that a release has left which wrote no digests. */
    List<Gap> bare() {
        return jdbc
                .sql(SELECT + " WHERE digest IS NULL ORDER BY first_id")
                .query((row, place) -> gap(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where it must have been closed. */
    private static Optional<Gap> gap(ResultSet row) throws SQLException {
        Instant seenAt = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        Instant latest = seenAt.plus(LONGEST_TRANSACTION).plus(SLACK);
        return Optional.ofNullable(row.getObject("last_sealed", OffsetDateTime.class))
                        .filter(last -> last.toInstant().isAfter(latest))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new Gap(new EventIds.Run(row.getLong("first_id"), row.getLong("last_id")), seenAt));
    }

    /** @param gap of which the moment is in microseconds */
    void add(Gap gap) {
        // one that somebody has put there makes room
        remove(gap);
        jdbc.sql("INSERT INTO seal_gap (first_id, last_id, seen_at, digest) VALUES (:first, :last, :seenAt, :digest)")
                .param("first", gap.ids().first())
                .param("last", gap.ids().last())
                .param("seenAt", gap.seenAt().atOffset(ZoneOffset.UTC))
                .param("digest", vault.digest(gap.statement(), CONTEXT))
                .update();
    }

    void remove(Gap gap) {
        jdbc.sql("DELETE FROM seal_gap WHERE first_id = :first")
                .param("first", gap.ids().first())
                .update();
    }
}
