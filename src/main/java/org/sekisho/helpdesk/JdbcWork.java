package org.sekisho.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sekisho.helpdesk.Figures.Open;
import org.sekisho.helpdesk.Figures.Spread;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of tasks, in the table {@code helpdesk_work}; figures are counted by the database, in a fixed number of statements. */
@Component
class JdbcWork {

    private final JdbcClient jdbc;

    JdbcWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Work> find(TaskId id) {
        return jdbc.sql("select offered_at, taken_at from helpdesk_work where task_id = :id and ended_at is null")
                .param("id", id.value())
                .query((row, number) -> new Work(
                        row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                        row.getObject("taken_at", OffsetDateTime.class) != null))
                .optional();
    }

    void add(OfferedTask task) {
        jdbc.sql("insert into helpdesk_work (task_id, process, offered_at, due_at)"
                        + " values (:id, :process, :offeredAt, :dueAt)")
                .param("id", task.id().value())
                .param("process", task.process().value())
                .param("offeredAt", utc(task.createdAt()))
                .param("dueAt", task.dueAt().map(JdbcWork::utc).orElse(null))
                .update();
    }

    void due(TaskId id, Optional<Instant> at) {
        jdbc.sql("update helpdesk_work set due_at = :dueAt where task_id = :id")
                .param("id", id.value())
                .param("dueAt", at.map(JdbcWork::utc).orElse(null))
                .update();
    }

    void taken(TaskId id, Instant at, Duration after) {
        jdbc.sql("update helpdesk_work set taken_at = :at, response_seconds = :seconds where task_id = :id")
                .param("id", id.value())
                .param("at", utc(at))
                .param("seconds", after.toSeconds())
                .update();
    }

    /** @param after how long it took to complete it; empty where its case went on without it */
    void ended(TaskId id, Instant at, Optional<Duration> after) {
        jdbc.sql("update helpdesk_work set ended_at = :at, resolution_seconds = :seconds where task_id = :id")
                .param("id", id.value())
                .param("at", utc(at))
                .param("seconds", after.map(Duration::toSeconds).orElse(null))
                .update();
    }

    /** The tasks that are open, by kind, and all of them together without one. */
    List<Open> open(Instant now, Instant day, Instant week) {
        return List.of("process, ", "").stream()
                .flatMap(kind -> jdbc
                        .sql("select " + kind + "count(*) as tasks,"
                                + " sum(case when due_at < :now then 1 else 0 end) as overdue,"
                                + " sum(case when offered_at >= :day then 1 else 0 end) as today,"
                                + " sum(case when offered_at < :week then 1 else 0 end) as old,"
                                + " min(offered_at) as oldest from helpdesk_work where ended_at is null"
                                + grouped(kind))
                        .param("now", utc(now))
                        .param("day", utc(day))
                        .param("week", utc(week))
                        .query((row, number) -> open(row, kind(row, kind)))
                        .list()
                        .stream())
                .toList();
    }

    private static Open open(ResultSet row, Optional<ProcessKey> kind) throws SQLException {
        int tasks = row.getInt("tasks");
        int today = row.getInt("today");
        int old = row.getInt("old");
        return new Open(
                kind,
                tasks,
                row.getInt("overdue"),
                today,
                tasks - today - old,
                old,
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** How long it took until somebody took the tasks that were first taken since then and before the other moment. */
    List<Spread> responses(Instant since, Instant until) {
        return spreads("taken_at", "response_seconds", since, until);
    }

    /** How long it took until the tasks were completed that were completed since then and before the other moment. */
    List<Spread> resolutions(Instant since, Instant until) {
        return spreads("ended_at", "resolution_seconds", since, until);
    }

    private List<Spread> spreads(String moment, String seconds, Instant since, Instant until) {
        return List.of("process, ", "").stream()
                .flatMap(kind -> jdbc
                        .sql("select " + kind + "count(*) as tasks, percentile_disc(0.5) within group (order by "
                                + seconds
                                + ") as median, percentile_disc(0.9) within group (order by " + seconds
                                + ") as most from helpdesk_work where " + moment + " >= :since and " + moment
                                + " < :until and "
                                + seconds + " is not null" + grouped(kind))
                        .param("since", utc(since))
                        .param("until", utc(until))
                        .query((row, number) -> spread(row, kind(row, kind)))
                        .list()
                        .stream())
                .filter(spread -> spread.tasks() > 0)
                .toList();
    }

    private static Spread spread(ResultSet row, Optional<ProcessKey> kind) throws SQLException {
        return new Spread(
                kind,
                row.getInt("tasks"),
                Duration.ofSeconds(row.getLong("median")),
                Duration.ofSeconds(row.getLong("most")));
    }

    private static Optional<ProcessKey> kind(ResultSet row, String kind) throws SQLException {
        return kind.isEmpty() ? Optional.empty() : Optional.of(new ProcessKey(row.getString("process")));
    }

    private static String grouped(String kind) {
        return kind.isEmpty() ? "" : " group by process order by process";
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An open task. */
    record Work(Instant offeredAt, boolean taken) {}
}
