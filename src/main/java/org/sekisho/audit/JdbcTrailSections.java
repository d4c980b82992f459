package org.sekisho.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads parts of the table {@code audit_event}. */
@Component
class JdbcTrailSections implements TrailSections {

    private static final String SECTION = " FROM audit_event WHERE action = :action AND at >= :from AND at < :until";

    private final JdbcClient jdbc;

    JdbcTrailSections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(String action, Instant from, Instant until) {
        return section("SELECT count(*)" + SECTION, action, from, until)
                .query(Long.class)
                .single();
    }

    @Override
    public List<AuditEvent> of(String action, Instant from, Instant until) {
        return section("SELECT " + JdbcEvent.COLUMNS + SECTION + " ORDER BY id", action, from, until)
                .query((row, number) -> JdbcEvent.read(row))
                .list();
    }

    private JdbcClient.StatementSpec section(String sql, String action, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("action", action)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC));
    }
}
