package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sekisho.seal.JdbcGaps.Gap;
import org.sekisho.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blocks in the table {@code seal_block}, and what the sealer remembers between two of them. */
@Component
class JdbcBlocks {

    private static final int TOGETHER = 500;
    private static final String COLUMNS = "number, header, signature, leaves, sealed_at, last_event_id";

    /** The block that an event came into with its neighbours: of those that took in nothing but late ones, the end says nothing. */
    private static final String WITH_NEIGHBOURS = " FROM seal_block b WHERE b.last_event_id >= %s"
            + " AND NOT EXISTS (SELECT 1 FROM seal_late l WHERE l.event_id = b.last_event_id)"
            + " ORDER BY b.last_event_id LIMIT 1";

    private final JdbcClient jdbc;

    JdbcBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps every other sealer out until the transaction ends, and tells up to which event the last one has come: a mark that
     * somebody has moved back, or taken away, lets nothing be sealed twice.
     */
    long lock() {
        Optional<Long> mark = jdbc.sql("SELECT last_event_id FROM seal_progress WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .optional();
        long end = jdbc.sql("SELECT COALESCE(max(last_event_id), 0) FROM seal_block")
                .query(Long.class)
                .single();
        if (mark.isEmpty()) {
            jdbc.sql("INSERT INTO seal_progress (id, last_event_id) VALUES (1, :end)")
                    .param("end", end)
                    .update();
        }
        return Math.max(mark.orElse(0L), end);
    }

    /** Up to which event the last sealer has come, without keeping anybody out. */
    long reached() {
        return jdbc.sql("SELECT last_event_id FROM seal_progress WHERE id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
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

    /** Events within gaps, ascending. */
    List<Sealable> within(Collection<Gap> gaps, int limit) {
        SortedMap<Long, Sealable> within = new TreeMap<>();
        within(gaps, limit, "id, canonical", JdbcBlocks::sealable).forEach(event -> within.put(event.id(), event));
        return List.copyOf(within.values());
    }

    /**
     * Most gaps are single ids, which are asked many at a time; of the others each is asked by itself. Joined with the table of gaps,
     * a database may read the whole trail.
     */
    private <T> List<T> within(Collection<Gap> gaps, int limit, String columns, Told<T> told) {
        List<Long> single = gaps.stream()
                .map(Gap::ids)
                .filter(ids -> ids.first() == ids.last())
                .map(EventIds.Run::first)
                .toList();
        List<T> found = new ArrayList<>();
        for (int from = 0; from < single.size(); from += TOGETHER) {
            found.addAll(jdbc.sql("SELECT " + columns + " FROM audit_event WHERE id IN (:ids) ORDER BY id LIMIT :limit")
                    .param("ids", single.subList(from, Math.min(single.size(), from + TOGETHER)))
                    .param("limit", limit - found.size())
                    .query((row, place) -> told.of(row))
                    .list());
        }
        for (Gap gap : gaps) {
            if (gap.ids().first() < gap.ids().last()) {
                found.addAll(jdbc.sql("SELECT " + columns
                                + " FROM audit_event WHERE id BETWEEN :first AND :last ORDER BY id LIMIT :limit")
                        .param("first", gap.ids().first())
                        .param("last", gap.ids().last())
                        .param("limit", limit - found.size())
                        .query((row, place) -> told.of(row))
                        .list());
            }
        }
        return found;
    }

    /** What a row says. */
    @FunctionalInterface
    private interface Told<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static Sealable sealable(ResultSet row) throws SQLException {
        return new Sealable(row.getLong("id"), row.getBytes("canonical"));
    }

    /** How many events no block has taken in yet, where these gaps are open. */
    long unsealed(Collection<Gap> gaps) {
        long fresh = jdbc.sql(
                        "SELECT count(*) FROM audit_event WHERE id > (SELECT last_event_id FROM seal_progress WHERE id = 1)")
                .query(Long.class)
                .single();
        return fresh
                + within(gaps, Integer.MAX_VALUE, "id", row -> row.getLong("id"))
                        .size();
    }

    /** The first event beyond an id that is further away from the one before it than so many ids. */
    Optional<Long> leap(long beyond, long most) {
        return jdbc.sql(
                        "SELECT min(id) FROM (SELECT id, id - LAG(id, 1, CAST(:beyond AS bigint)) OVER (ORDER BY id) AS step"
                                + " FROM audit_event WHERE id > :beyond) steps WHERE step > :most")
                .param("beyond", beyond)
                .param("most", most)
                .query(Long.class)
                .optional();
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
        // what somebody has put there makes room
        jdbc.sql("DELETE FROM seal_late WHERE event_id = :eventId")
                .param("eventId", eventId)
                .update();
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
        return between(number, Long.MAX_VALUE, limit);
    }

    /** Blocks beyond a number and up to another, ascending. */
    List<StoredBlock> between(long number, long last, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM seal_block WHERE number > :number AND number <= :last ORDER BY number LIMIT :limit")
                .param("number", number)
                .param("last", last)
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
        return Optional.ofNullable(late(List.of(eventId)).get(eventId));
    }

    /** The blocks that are said to have taken events in later than their neighbours, by the ids of the events. */
    Map<Long, Long> late(List<Long> eventIds) {
        Map<Long, Long> late = new HashMap<>();
        for (int from = 0; from < eventIds.size(); from += TOGETHER) {
            jdbc.sql("SELECT event_id, block FROM seal_late WHERE event_id IN (:ids)")
                    .param("ids", eventIds.subList(from, Math.min(eventIds.size(), from + TOGETHER)))
                    .query(row -> {
                        late.put(row.getLong("event_id"), row.getLong("block"));
                    });
        }
        return late;
    }

    /** The headers of blocks that are there, by their numbers. */
    Map<Long, byte[]> headers(Collection<Long> numbers) {
        Map<Long, byte[]> headers = new HashMap<>();
        List<Long> all = List.copyOf(new TreeSet<>(numbers));
        for (int from = 0; from < all.size(); from += TOGETHER) {
            jdbc.sql("SELECT number, header FROM seal_block WHERE number IN (:numbers)")
                    .param("numbers", all.subList(from, Math.min(all.size(), from + TOGETHER)))
                    .query(row -> {
                        headers.put(row.getLong("number"), row.getBytes("header"));
                    });
        }
        return headers;
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
}
