package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blocks in the table {@code seal_block}, and what the sealer remembers between two of them. */
@Component
class JdbcBlocks {

    private static final String COLUMNS = "number, header, signature, leaves, sealed_at, last_event_id";

    /** The block that an event came into with its neighbours: of those that took in nothing but late ones, the end says nothing. */
    private static final String WITH_NEIGHBOURS = " FROM seal_block b WHERE b.last_event_id >= %s"
            + " AND NOT EXISTS (SELECT 1 FROM seal_late l WHERE l.event_id = b.last_event_id)"
            + " ORDER BY b.last_event_id LIMIT 1";

    private final JdbcClient jdbc;

    JdbcBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps every other sealer out until the transaction ends, and tells up to which event the last one has come. */
    long lock() {
        return jdbc.sql("SELECT last_event_id FROM seal_progress WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Up to which event the last sealer has come, without keeping anybody out. */
    long reached() {
        return jdbc.sql("SELECT last_event_id FROM seal_progress WHERE id = 1")
                .query(Long.class)
                .single();
    }

    void reached(long lastEventId) {
        jdbc.sql("UPDATE seal_progress SET last_event_id = :last WHERE id = 1")
                .param("last", lastEventId)
                .update();
    }

    /** Events beyond an id, ascending. */
    List<Sealable> after(long eventId, int limit) {
        return jdbc.sql("SELECT id, canonical FROM audit_event WHERE id > :id ORDER BY id LIMIT :limit")
                .param("id", eventId)
                .param("limit", limit)
                .query((row, place) -> sealable(row))
                .list();
    }

    /** Events within a run of ids, ascending. */
    List<Sealable> within(EventIds.Run ids, int limit) {
        return jdbc.sql(
                        "SELECT id, canonical FROM audit_event WHERE id BETWEEN :first AND :last ORDER BY id LIMIT :limit")
                .param("first", ids.first())
                .param("last", ids.last())
                .param("limit", limit)
                .query((row, place) -> sealable(row))
                .list();
    }

    private static Sealable sealable(ResultSet row) throws SQLException {
        return new Sealable(row.getLong("id"), row.getBytes("canonical"));
    }

    /** How many events no block has taken in yet. */
    long unsealed() {
        return count("id > (SELECT last_event_id FROM seal_progress WHERE id = 1)", Map.of())
                + gaps().stream()
                        .mapToLong(gap -> count(
                                "id BETWEEN :first AND :last",
                                Map.of(
                                        "first",
                                        gap.ids().first(),
                                        "last",
                                        gap.ids().last())))
                        .sum();
    }

    private long count(String which, Map<String, ?> parameters) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE " + which)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    List<Gap> gaps() {
        return jdbc.sql("SELECT first_id, last_id, seen_at FROM seal_gap ORDER BY first_id")
                .query((row, place) -> new Gap(
                        new EventIds.Run(row.getLong("first_id"), row.getLong("last_id")),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(Gap gap) {
        jdbc.sql("INSERT INTO seal_gap (first_id, last_id, seen_at) VALUES (:first, :last, :seenAt)")
                .param("first", gap.ids().first())
                .param("last", gap.ids().last())
                .param("seenAt", gap.seenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Gap gap) {
        jdbc.sql("DELETE FROM seal_gap WHERE first_id = :first")
                .param("first", gap.ids().first())
                .update();
    }

    void add(Block block, byte[] signature, List<Hash> leaves) {
        ByteBuffer hashes = ByteBuffer.allocate(leaves.size() * Sha256.LENGTH);
        leaves.forEach(leaf -> hashes.put(leaf.toBytes()));
        jdbc.sql("INSERT INTO seal_block (" + COLUMNS + ")"
                        + " VALUES (:number, :header, :signature, :leaves, :sealedAt, :lastEventId)")
                .param("number", block.number())
                .param("header", block.header())
                .param("signature", signature)
                .param("leaves", hashes.array())
                .param("sealedAt", block.sealedAt().atOffset(ZoneOffset.UTC))
                .param("lastEventId", block.ids().last())
                .update();
    }

    void addLate(long eventId, long block) {
        jdbc.sql("INSERT INTO seal_late (event_id, block) VALUES (:eventId, :block)")
                .param("eventId", eventId)
                .param("block", block)
                .update();
    }

    /** The head of the chain. */
    Optional<StoredBlock> last() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM seal_block ORDER BY number DESC LIMIT 1")
                .query((row, place) -> stored(row))
                .optional();
    }

    Optional<StoredBlock> find(long number) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM seal_block WHERE number = :number")
                .param("number", number)
                .query((row, place) -> stored(row))
                .optional();
    }

    /** Blocks beyond a number, ascending. */
    List<StoredBlock> beyond(long number, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM seal_block WHERE number > :number ORDER BY number LIMIT :limit")
                .param("number", number)
                .param("limit", limit)
                .query((row, place) -> stored(row))
                .list();
    }

    /** The block that has taken an event in, or would have. */
    Optional<StoredBlock> holding(long eventId) {
        return late(eventId).map(this::find).orElseGet(() -> jdbc.sql(
                        "SELECT " + COLUMNS + WITH_NEIGHBOURS.formatted(":id"))
                .param("id", eventId)
                .query((row, place) -> stored(row))
                .optional());
    }

    /** The numbers of the blocks that have taken events in, or would have, by the ids of the events. */
    Map<Long, Long> holders(Collection<Long> eventIds) {
        Map<Long, Long> holders = new HashMap<>();
        if (eventIds.isEmpty()) {
            return holders;
        }
        jdbc.sql("SELECT e.id, COALESCE((SELECT late.block FROM seal_late late WHERE late.event_id = e.id),"
                        + " (SELECT b.number" + WITH_NEIGHBOURS.formatted("e.id")
                        + ")) AS block FROM audit_event e WHERE e.id IN (:ids)")
                .param("ids", eventIds)
                .query(row -> {
                    long block = row.getLong("block");
                    if (!row.wasNull()) {
                        holders.put(row.getLong("id"), block);
                    }
                });
        return holders;
    }

    /** Those of the blocks that are there. */
    List<StoredBlock> numbered(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + COLUMNS + " FROM seal_block WHERE number IN (:numbers)")
                        .param("numbers", numbers)
                        .query((row, place) -> stored(row))
                        .list();
    }

    /** The block that has taken an event in later than its neighbours. */
    Optional<Long> late(long eventId) {
        return jdbc.sql("SELECT block FROM seal_late WHERE event_id = :id")
                .param("id", eventId)
                .query(Long.class)
                .optional();
    }

    private static StoredBlock stored(ResultSet row) throws SQLException {
        return new StoredBlock(
                row.getLong("number"),
                row.getBytes("header"),
                row.getBytes("signature"),
                Optional.ofNullable(row.getBytes("leaves")),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getLong("last_event_id"));
    }

    /** An event as it is sealed. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Sealable(long id, byte[] canonical) {}

    /** Ids that were passed over at a moment. */
    record Gap(EventIds.Run ids, Instant seenAt) {}
}
