package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.ReadableDetails;
import org.sekisho.testing.DatabaseBeans;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a release before has let go of blocks is found by the block. */
class LetGoOfAnEarlierReleaseTest {

    @Test
    void is_found_by_the_number_of_the_block() {
        DataSource database = database();
        migrated(database, "64");
        JdbcClient jdbc = JdbcClient.create(database);
        retired(jdbc, "7");
        retired(jdbc, "1234567");
        retired(jdbc, "x");
        retired(jdbc, "");
        retired(jdbc, "1".repeat(30));
        jdbc.sql("insert into audit_event (at, action, result, details, canonical)"
                        + " values (current_timestamp, 'other.happened', 'done', 'block=9', '')")
                .update();

        migrated(database, "66");

        assertThat(jdbc.sql("select block from seal_let_go l join audit_event e on e.id = l.event_id order by block")
                        .query(Long.class)
                        .list())
                .containsExactly(7L, 1234567L);
    }

    DataSource database() {
        return DatabaseBeans.h2("let-go");
    }

    private static void retired(JdbcClient jdbc, String block) {
        jdbc.sql("insert into audit_event (at, action, result, details, canonical)"
                        + " values (current_timestamp, :action, 'retired', :details, '')")
                .param("action", LetGo.ACTION)
                .param(
                        "details",
                        ReadableDetails.of(new TreeMap<>(Map.of("block", block, "digest", "00ff", "places", "AQ"))))
                .update();
    }

    private static void migrated(DataSource database, String to) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(to)
                .load()
                .migrate();
    }
}
