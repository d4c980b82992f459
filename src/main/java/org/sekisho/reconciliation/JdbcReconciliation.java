package org.sekisho.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the comparison has come, and what it found: tables {@code reconciliation} and {@code reconciliation_difference}. */
@Component
class JdbcReconciliation {

    private final JdbcClient jdbc;

    JdbcReconciliation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was compared. */
    record Progress(Instant since, Instant reached) {}

    Optional<Progress> progress() {
        return jdbc.sql("SELECT since, reached_at FROM reconciliation WHERE id = 1")
                .query((row, number) -> new Progress(moment(row, "since"), moment(row, "reached_at")))
                .optional();
    }

    /** From now on there is something to compare, unless there was before. */
    void begin(Instant now) {
        if (progress().isPresent()) {
            return;
        }
        try {
            jdbc.sql("INSERT INTO reconciliation (id, since, reached_at) VALUES (1, :now, :now)")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException another) {
            // another node starts for the first time as well and was quicker
        }
    }

    void reached(Instant moment) {
        jdbc.sql("UPDATE reconciliation SET reached_at = :moment WHERE reached_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was not known yet. */
    boolean add(Difference found) {
        return 1
                == jdbc.sql(
                                "INSERT INTO reconciliation_difference"
                                        + " (id, found_at, kind, operation, what, target, at, actor, case_id)"
                                        + " SELECT :id, :found, :kind, :operation, :what, :target, :at, CAST(:actor AS uuid),"
                                        + " CAST(:caseId AS uuid) WHERE NOT EXISTS (SELECT 1 FROM reconciliation_difference"
                                        + " WHERE operation = :operation AND what = :what AND target = :target AND kind = :kind)")
                        .param("id", found.id())
                        .param("found", found.foundAt().atOffset(ZoneOffset.UTC))
                        .param("kind", found.kind().key())
                        .param("operation", found.operation())
                        .param("what", found.what())
                        .param("target", found.target())
                        .param("at", found.at().atOffset(ZoneOffset.UTC))
                        .param("actor", found.actor().map(AccountId::value).orElse(null))
                        .param("caseId", found.caseId().map(CaseId::value).orElse(null))
                        .update();
    }

    /** The newest first. */
    List<Difference> differences(int limit) {
        return jdbc.sql("SELECT * FROM reconciliation_difference ORDER BY found_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query(JdbcReconciliation::read)
                .list();
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getObject("id", UUID.class),
                moment(row, "found_at"),
                Difference.Kind.valueOf(row.getString("kind").replace('-', '_').toUpperCase(Locale.ROOT)),
                row.getString("operation"),
                row.getString("what"),
                row.getString("target"),
                moment(row, "at"),
                Optional.ofNullable(row.getObject("actor", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
