package org.sekisho.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.JdbcEvent;
import org.sekisho.audit.ReadableDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the trail as they stand in the table {@code audit_event}, with all that they say twice. */
@Component
class JdbcSealedEvents {

    private static final String SELECT = "SELECT id, " + JdbcEvent.COLUMNS + " FROM audit_event WHERE ";

    private static final int PAGE = 4096;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcSealedEvents(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** All rows with ids beyond one and up to another, ascending; so many at a time, for a driver may hold all that it has read. */
    void between(long beyond, long last, Consumer<Row> found) {
        AtomicLong reached = new AtomicLong(beyond);
        AtomicInteger read = new AtomicInteger(PAGE);
        while (read.get() == PAGE) {
            read.set(0);
            template.query(
                    SELECT + "id > ? AND id <= ? ORDER BY id LIMIT " + PAGE,
                    row -> {
                        Row next = read(row);
                        reached.set(next.id());
                        read.incrementAndGet();
                        found.accept(next);
                    },
                    reached.get(),
                    last);
        }
    }

    void each(Collection<Long> ids, Consumer<Row> found) {
        jdbc.sql(SELECT + "id IN (:ids) ORDER BY id").param("ids", ids).query(row -> {
            found.accept(read(row));
        });
    }

    /** All that the table says of events, ascending. */
    List<Told> told(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "id IN (:ids) ORDER BY id")
                        .param("ids", ids)
                        .query((row, place) -> told(row))
                        .list();
    }

    /** All that the table says of the events of a case, ascending. */
    List<Told> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "case_id = :caseId ORDER BY id")
                .param("caseId", caseId)
                .query((row, place) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        byte[] canonical = row.getBytes(2);
        Optional<AuditEvent> sealed = JdbcEvent.sealed(canonical);
        return new Told(
                new Row(row.getLong(1), canonical, agrees(row, sealed)),
                sealed.isPresent() ? sealed.get() : JdbcEvent.columns(row));
    }

    private static Row read(ResultSet row) throws SQLException {
        byte[] canonical = row.getBytes(2);
        return new Row(row.getLong(1), canonical, agrees(row, JdbcEvent.sealed(canonical)));
    }

    private static boolean agrees(ResultSet row, Optional<AuditEvent> sealed) throws SQLException {
        if (sealed.isEmpty()) {
            return false;
        }
        AuditEvent event = sealed.get();
        return event.action().equals(row.getString(5))
                && event.result().equals(row.getString(9))
                && ReadableDetails.of(event.details()).equals(row.getString(10))
                && same(event.actor().orElse(null), row.getObject(4, UUID.class))
                && same(event.subject().orElse(null), row.getObject(6, UUID.class))
                && same(event.caseId().orElse(null), row.getObject(7, UUID.class))
                && same(event.step().orElse(null), row.getString(8))
                && event.at().equals(row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static boolean same(@Nullable Object sealed, @Nullable Object column) {
        return Objects.equals(sealed, column);
    }

    /**
     * One row.
     *
     * @param agrees whether its columns say the same as its canonical form
     */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Row(long id, byte[] canonical, boolean agrees) {}

    /**
     * One row with what it says.
     *
     * @param event as its canonical form says; where that cannot be read, as its columns say
     */
    record Told(Row row, AuditEvent event) {

        long id() {
            return row.id();
        }
    }
}
