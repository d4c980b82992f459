package org.sekisho.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Step times from the table {@code archive_step}. */
@Component
class JdbcStepTimes implements StepTimes {

    private static final String WITHIN =
            " from archive_step where process = :process and entered_at >= :from and entered_at < :until";

    private final JdbcClient jdbc;

    JdbcStepTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcessKey> processes() {
        return jdbc.sql("select distinct process from archive_step order by process")
                .query((row, number) -> new ProcessKey(row.getString("process")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Spread> of(ProcessKey process, Instant from, Instant until) {
        return jdbc.sql("select element, count(*) as times, sum(seconds) as total,"
                        + " percentile_disc(0.5) within group (order by seconds) as median,"
                        + " percentile_disc(0.9) within group (order by seconds) as nine_of_ten,"
                        + " percentile_disc(0.99) within group (order by seconds) as most" + WITHIN
                        + " group by element order by total desc, element")
                .param("process", process.value())
                .param("from", JdbcArchivedCases.utc(from))
                .param("until", JdbcArchivedCases.utc(until))
                .query((row, number) -> new Spread(
                        process,
                        row.getString("element"),
                        row.getLong("times"),
                        Duration.ofSeconds(row.getLong("median")),
                        Duration.ofSeconds(row.getLong("nine_of_ten")),
                        Duration.ofSeconds(row.getLong("most")),
                        Duration.ofSeconds(row.getLong("total"))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> versions(ProcessKey process, Instant from, Instant until) {
        return jdbc.sql("select distinct version" + WITHIN + " order by version desc")
                .param("process", process.value())
                .param("from", JdbcArchivedCases.utc(from))
                .param("until", JdbcArchivedCases.utc(until))
                .query(Integer.class)
                .list();
    }
}
