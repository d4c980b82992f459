package org.sekisho.archive;

import java.time.LocalDate;
import java.util.List;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Volumes from the table {@code archive_case}. */
@Component
class JdbcCaseVolumes implements CaseVolumes {

    private final JdbcClient jdbc;

    JdbcCaseVolumes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Volume> started(LocalDate from, LocalDate until, Span span) {
        return counted("started_on", from, until, span);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Volume> ended(LocalDate from, LocalDate until, Span span) {
        return counted("ended_on", from, until, span);
    }

    private List<Volume> counted(String column, LocalDate from, LocalDate until, Span span) {
        String day = span == Span.DAY ? column : "cast(date_trunc('month', " + column + ") as date)";
        return jdbc.sql("select " + day + " as first_day, process, state, count(*) as cases from archive_case where "
                        + column + " >= :from and " + column + " < :until group by " + day
                        + ", process, state order by first_day, process, state")
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new Volume(
                        row.getObject("first_day", LocalDate.class),
                        new ProcessKey(row.getString("process")),
                        CaseState.of(row.getString("state")),
                        row.getLong("cases")))
                .list();
    }
}
