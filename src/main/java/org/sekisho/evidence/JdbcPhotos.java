package org.sekisho.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.vault.SealedSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos with their sealed pictures, in the table {@code evidence_photo}. */
@Component
class JdbcPhotos {

    private static final String WITHOUT_PICTURE =
            "select id, evidence_id, case_id, account_id, size, taken_at, delete_after, deleted_at from evidence_photo";

    private final JdbcClient jdbc;

    JdbcPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(IdPhoto photo, SealedSecret picture) {
        jdbc.sql(
                        "insert into evidence_photo (id, evidence_id, case_id, account_id, sealed, size, taken_at, delete_after)"
                                + " values (:id, :evidence, :case, :account, :sealed, :size, :taken, :end)")
                .param("id", photo.id())
                .param("evidence", photo.evidence())
                .param("case", photo.caseId().value())
                .param("account", photo.account().value())
                .param("sealed", picture.toBytes())
                .param("size", photo.size())
                .param("taken", utc(photo.takenAt()))
                .param("end", utc(photo.deleteAfter()))
                .update();
    }

    List<IdPhoto> of(CaseId caseId) {
        return jdbc.sql(WITHOUT_PICTURE + " where case_id = :case order by taken_at, id")
                .param("case", caseId.value())
                .query(JdbcPhotos::read)
                .list();
    }

    Optional<IdPhoto> find(UUID id) {
        return jdbc.sql(WITHOUT_PICTURE + " where id = :id")
                .param("id", id)
                .query(JdbcPhotos::read)
                .optional();
    }

    /** The picture; empty where it is deleted. */
    Optional<SealedSecret> picture(UUID id) {
        return jdbc.sql("select sealed from evidence_photo where id = :id and sealed is not null")
                .param("id", id)
                .query((row, number) -> SealedSecret.ofBytes(row.getBytes("sealed")))
                .optional();
    }

    /** Brings the end of the case's photos forward; never puts it off. */
    void endBy(CaseId caseId, Instant end) {
        jdbc.sql("update evidence_photo set delete_after = :end where case_id = :case and delete_after > :end")
                .param("end", utc(end))
                .param("case", caseId.value())
                .update();
    }

    List<IdPhoto> due(Instant now, int most) {
        return jdbc.sql(WITHOUT_PICTURE
                        + " where delete_after <= :now and deleted_at is null order by delete_after limit :most")
                .param("now", utc(now))
                .param("most", most)
                .query(JdbcPhotos::read)
                .list();
    }

    /** Takes the picture away. Returns false where another node was faster. */
    boolean delete(UUID id, Instant now) {
        return jdbc.sql(
                                "update evidence_photo set sealed = null, deleted_at = :now where id = :id and deleted_at is null")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static IdPhoto read(ResultSet row, int number) throws SQLException {
        return new IdPhoto(
                row.getObject("id", UUID.class),
                row.getObject("evidence_id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getInt("size"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getObject("delete_after", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("deleted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
