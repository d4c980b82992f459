package org.sekisho.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.seal.Walk.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifications in the tables {@code seal_check} and {@code seal_finding}. */
@Component
class JdbcChecks {

    private final JdbcClient jdbc;

    JdbcChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reached up to where it has come; where it is empty, the next one begins where this one did */
    @Transactional
    public void add(Verdict verdict, Optional<Place> reached) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO seal_check (whole, started_at, ended_at, blocks, events, findings,
                            head, head_hash, last_event_id)
                        VALUES (:whole, :startedAt, :endedAt, :blocks, :events, :findings, :head, :hash, :lastEventId)
                        """)
                .param("whole", verdict.whole())
                .param("startedAt", verdict.startedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", verdict.endedAt().atOffset(ZoneOffset.UTC))
                .param("blocks", verdict.blocks())
                .param("events", verdict.events())
                .param("findings", verdict.findings().size())
                .param("head", reached.map(Place::block).orElse(verdict.head()))
                .param("hash", reached.map(Place::hash).map(Hash::toBytes).orElse(null))
                .param("lastEventId", reached.map(Place::lastEventId).orElse(0L))
                .update(key, "id");
        long check = Optional.ofNullable(key.getKey()).orElseThrow().longValue();
        List<Finding> findings = verdict.findings();
        IntStream.range(0, findings.size()).forEach(place -> add(check, place, findings.get(place)));
    }

    private void add(long check, int place, Finding finding) {
        jdbc.sql("INSERT INTO seal_finding (check_id, place, kind, block, event_id, other_id)"
                        + " VALUES (:check, :place, :kind, :block, :event, :other)")
                .param("check", check)
                .param("place", place)
                .param("kind", finding.kind().name())
                .param("block", boxed(finding.block()))
                .param("event", boxed(finding.event()))
                .param("other", boxed(finding.other()))
                .update();
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** Up to where all was verified and found intact. */
    Optional<Place> lastIntact() {
        return jdbc.sql("SELECT head, head_hash, last_event_id FROM seal_check"
                        + " WHERE findings = 0 AND head > 0 AND head_hash IS NOT NULL ORDER BY id DESC LIMIT 1")
                .query((row, place) -> new Place(
                        row.getLong("head"), Hash.read(row.getBytes("head_hash")), row.getLong("last_event_id")))
                .optional();
    }

    /** The last verification, of the whole trail or of what was new. */
    Optional<Stored> last(boolean whole) {
        return jdbc.sql("SELECT id, whole, started_at, ended_at, blocks, events FROM seal_check WHERE whole = :whole"
                        + " ORDER BY id DESC LIMIT 1")
                .param("whole", whole)
                .query((row, place) -> new Stored(
                        row.getLong("id"),
                        new TrailState.Check(
                                row.getBoolean("whole"),
                                row.getObject("started_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                                row.getLong("blocks"),
                                row.getLong("events"),
                                findings(row.getLong("id")))))
                .optional();
    }

    private List<Finding> findings(long check) {
        return jdbc.sql(
                        "SELECT kind, block, event_id, other_id FROM seal_finding WHERE check_id = :check ORDER BY place")
                .param("check", check)
                .query((row, place) -> new Finding(
                        Finding.Kind.valueOf(row.getString("kind")),
                        number(row, "block"),
                        number(row, "event_id"),
                        number(row, "other_id")))
                .list();
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** A verification with its place among them. */
    record Stored(long id, TrailState.Check check) {}

    /** When a verification last began, of the whole trail or of any part. */
    Optional<Instant> lastStarted(boolean whole) {
        return jdbc.sql("SELECT max(started_at) FROM seal_check" + (whole ? " WHERE whole" : ""))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
