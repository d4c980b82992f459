package org.sekisho.archive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the census has come, in the table {@code archive_census}. */
@Component
class JdbcCensus {

    private static final String NAME = "cases";

    private final JdbcClient jdbc;

    JdbcCensus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> reached() {
        return jdbc.sql("select reached_at from archive_census where name = :name")
                .param("name", NAME)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void reach(Instant moment) {
        int known = jdbc.sql("update archive_census set reached_at = :moment where name = :name")
                .param("name", NAME)
                .param("moment", JdbcArchivedCases.utc(moment))
                .update();
        if (known == 0) {
            jdbc.sql("insert into archive_census (name, reached_at) values (:name, :moment)")
                    .param("name", NAME)
                    .param("moment", JdbcArchivedCases.utc(moment))
                    .update();
        }
    }
}
