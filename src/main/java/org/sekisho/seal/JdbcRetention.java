package org.sekisho.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.audit.ReadableDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets events go from the table {@code audit_event}. */
@Component
class JdbcRetention {

    private final JdbcClient jdbc;

    JdbcRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sealed events beyond an id that are older than a moment, ascending. */
    List<Old> old(long beyond, Instant before, int limit) {
        return jdbc.sql("SELECT id, at, action, case_id FROM audit_event WHERE id > :beyond AND at < :before"
                        + " AND id <= (SELECT last_event_id FROM seal_progress WHERE id = 1)"
                        + " ORDER BY id LIMIT :limit")
                .param("beyond", beyond)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, place) -> new Old(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("action"),
                        Optional.ofNullable(row.getObject("case_id", UUID.class))))
                .list();
    }

    int delete(Collection<Long> events) {
        return jdbc.sql("DELETE FROM audit_event WHERE id IN (:events)")
                .param("events", events)
                .update();
    }

    /** How many of the events are still there. */
    int left(Collection<Long> events) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE id IN (:events)")
                .param("events", events)
                .query(Integer.class)
                .single();
    }

    void forgetLeaves(long block) {
        jdbc.sql("UPDATE seal_block SET leaves = NULL WHERE number = :block")
                .param("block", block)
                .update();
    }

    /** Remembers which event, that this transaction wrote, says what was let go of a block. */
    void addLettingGo(LetGo let) {
        jdbc.sql("INSERT INTO seal_let_go (event_id, block) SELECT id, CAST(:block AS bigint) FROM audit_event"
                        + " WHERE action = :action AND details = :details ORDER BY id DESC LIMIT 1")
                .param("block", let.block())
                .param("action", LetGo.ACTION)
                .param("details", ReadableDetails.of(new TreeMap<>(let.details())))
                .update();
    }

    /** The events that say what was let go of blocks. */
    List<Long> lettingGo(Collection<Long> blocks) {
        return blocks.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT event_id FROM seal_let_go WHERE block IN (:blocks) ORDER BY event_id")
                        .param("blocks", blocks)
                        .query(Long.class)
                        .list();
    }

    /** Forgets from which networks events older than a moment came, and tells of how many. */
    int forgetNetworks(Instant before, int limit) {
        return jdbc.sql("UPDATE audit_event SET network = NULL WHERE id IN (SELECT id FROM audit_event"
                        + " WHERE network IS NOT NULL AND at < :before ORDER BY at, id LIMIT :limit)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /** An event that may be old enough. */
    record Old(long id, Instant at, String action, Optional<UUID> caseId) {}
}
