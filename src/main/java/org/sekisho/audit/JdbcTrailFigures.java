package org.sekisho.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the table {@code audit_event}. */
@Component
class JdbcTrailFigures implements TrailFigures {

    private static final String SECTION =
            " FROM audit_event WHERE action IN (:actions) AND at >= :from AND at < :until";

    private final JdbcClient jdbc;

    JdbcTrailFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ByActor> byActor(Collection<String> actions, Instant from, Instant until) {
        return section(
                        "SELECT actor, action, result, count(*) AS events" + SECTION
                                + " AND actor IS NOT NULL GROUP BY actor, action, result",
                        actions,
                        from,
                        until)
                .query((row, number) -> new ByActor(
                        row.getObject("actor", UUID.class),
                        row.getString("action"),
                        row.getString("result"),
                        row.getLong("events")))
                .list();
    }

    @Override
    public List<Fact> facts(Collection<String> actions, Instant from, Instant until, int most) {
        List<Fact> newest = section(
                        "SELECT at, actor, action, subject, case_id, result, network" + SECTION
                                + " ORDER BY id DESC LIMIT :most",
                        actions,
                        from,
                        until)
                .param("most", most)
                .query((row, number) -> new Fact(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("actor", UUID.class)),
                        row.getString("action"),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        Optional.ofNullable(row.getObject("case_id", UUID.class)),
                        row.getString("result"),
                        Optional.ofNullable(row.getString("network"))))
                .list();
        List<Fact> inOrder = new ArrayList<>(newest);
        Collections.reverse(inOrder);
        return inOrder;
    }

    private JdbcClient.StatementSpec section(String sql, Collection<String> actions, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("actions", actions)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC));
    }
}
