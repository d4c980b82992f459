package org.sekisho.seal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.seal.Walk.Place;
import org.sekisho.shared.Secret;
import org.sekisho.shared.Sha256;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifications in the tables {@code seal_check} and {@code seal_finding}. */
@Component
class JdbcChecks {

    private static final String CONTEXT = "audit-check";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcChecks(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param reached up to where it has come; where it is empty, the next one begins where this one did */
    @Transactional
    public void add(Verdict verdict, Optional<Place> reached) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Instant startedAt = verdict.startedAt().truncatedTo(ChronoUnit.MICROS);
        Optional<Place> goesOn = reached.filter(place -> verdict.intact());
        jdbc.sql("""
                        INSERT INTO seal_check (whole, started_at, ended_at, blocks, events, findings,
                            head, head_hash, last_event_id, digest)
                        VALUES (:whole, :startedAt, :endedAt, :blocks, :events, :findings, :head, :hash, :lastEventId, :digest)
                        """)
                .param("whole", verdict.whole())
                .param("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .param("endedAt", verdict.endedAt().atOffset(ZoneOffset.UTC))
                .param("blocks", verdict.blocks())
                .param("events", verdict.events())
                .param("findings", verdict.findings().size())
                .param("head", goesOn.map(Place::block).orElse(verdict.head()))
                .param("hash", goesOn.map(Place::hash).map(Hash::toBytes).orElse(null))
                .param("lastEventId", goesOn.map(Place::lastEventId).orElse(0L))
                .param("digest", vault.digest(statement(verdict.whole(), startedAt, goesOn), CONTEXT))
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

    /**
     * Up to where all was verified and found intact. Only the newest that say so are looked at: where somebody has put so many others
     * there, all is verified.
     */
    Optional<Place> lastIntact() {
        return jdbc
                .sql("SELECT whole, started_at, head, head_hash, last_event_id, digest FROM seal_check"
                        + " WHERE head > 0 AND head_hash IS NOT NULL ORDER BY id DESC LIMIT 100")
                .query((row, number) -> {
                    Optional<Place> place = place(row);
                    return place.isPresent() && confirmed(row, place) ? place : Optional.<Place>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What decides when the next verification comes and where it begins; nobody writes that down but the product. */
    private static Secret<byte[]> statement(boolean whole, Instant startedAt, Optional<Place> goesOn) {
        return Secret.of((whole + " " + startedAt + " "
                        + goesOn.map(place -> place.block() + " " + place.hash() + " " + place.lastEventId())
                                .orElse("-"))
                .getBytes(StandardCharsets.US_ASCII));
    }

    private boolean confirmed(ResultSet row, Optional<Place> goesOn) throws SQLException {
        byte[] digest = row.getBytes("digest");
        return digest != null
                && vault.matches(
                        digest,
                        statement(
                                row.getBoolean("whole"),
                                row.getObject("started_at", OffsetDateTime.class)
                                        .toInstant(),
                                goesOn),
                        CONTEXT);
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("head_hash");
        return hash == null || hash.length != Sha256.LENGTH
                ? Optional.empty()
                : Optional.of(new Place(row.getLong("head"), Hash.read(hash), row.getLong("last_event_id")));
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
        return jdbc
                .sql("SELECT whole, started_at, head, head_hash, last_event_id, digest FROM seal_check"
                        + (whole ? " WHERE whole" : "") + " ORDER BY id DESC LIMIT 100")
                .query((row, number) -> confirmed(row, place(row))
                        ? Optional.of(row.getObject("started_at", OffsetDateTime.class)
                                .toInstant())
                        : Optional.<Instant>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
