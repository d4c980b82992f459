package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                .sql("SELECT first_id, last_id, seen_at, digest FROM seal_gap ORDER BY first_id")
                .query((row, place) -> confirmed(
                        new Gap(
                                new EventIds.Run(row.getLong("first_id"), row.getLong("last_id")),
                                row.getObject("seen_at", OffsetDateTime.class).toInstant()),
                        row.getBytes("digest")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Gap> confirmed(Gap gap, byte @Nullable [] digest) {
        return digest != null && vault.matches(digest, gap.statement(), CONTEXT) ? Optional.of(gap) : Optional.empty();
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
