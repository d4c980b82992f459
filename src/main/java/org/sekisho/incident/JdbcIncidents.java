package org.sekisho.incident;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All incident modes, in the table {@code incident}, and the cases that were decided under them. */
@Component
class JdbcIncidents {

    private static final String SELECT =
            "select incident.*, (select count(*) from incident_case used where used.incident_id = incident.id) as cases"
                    + " from incident ";

    private final JdbcClient jdbc;

    JdbcIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Incident incident) {
        jdbc.sql("insert into incident (id, scope, target, reason, opened_by, opened_at, ends_at)"
                        + " values (:id, :scope, :target, :reason, :openedBy, :openedAt, :endsAt)")
                .param("id", incident.id())
                .param("scope", incident.target().scope().name())
                .param("target", incident.target().name())
                .param("reason", incident.reason())
                .param("openedBy", incident.openedBy().value())
                .param("openedAt", utc(incident.openedAt()))
                .param("endsAt", utc(incident.endsAt()))
                .update();
    }

    Optional<Incident> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(JdbcIncidents::read)
                .optional();
    }

    /** Those in force at a moment, the oldest first. */
    List<Incident> inForce(Instant at) {
        return jdbc.sql(SELECT + "where opened_at <= :at and ends_at > :at and ended_at is null order by opened_at, id")
                .param("at", utc(at))
                .query(JdbcIncidents::read)
                .list();
    }

    /** Those that were over at a moment, the newest first. */
    List<Incident> overAt(Instant at, int most) {
        return jdbc.sql(SELECT + "where ends_at <= :at or ended_at is not null order by opened_at desc, id limit :most")
                .param("at", utc(at))
                .param("most", most)
                .query(JdbcIncidents::read)
                .list();
    }

    /**
     * Ends one before its time.
     *
     * @return whether it was in force
     */
    boolean end(UUID id, AccountId by, Instant at) {
        return 1
                == jdbc.sql("update incident set ended_by = :by, ended_at = :at"
                                + " where id = :id and ended_at is null and ends_at > :at")
                        .param("by", by.value())
                        .param("at", utc(at))
                        .param("id", id)
                        .update();
    }

    /** A case was decided under an incident mode; the first time is remembered. */
    void decidedUnder(UUID id, CaseId caseId, Instant at) {
        int known = jdbc.sql("select count(*) from incident_case where incident_id = :id and case_id = :case")
                .param("id", id)
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into incident_case (incident_id, case_id, decided_at) values (:id, :case, :at)")
                    .param("id", id)
                    .param("case", caseId.value())
                    .param("at", utc(at))
                    .update();
        }
    }

    /** Those under which a case was decided. */
    List<Incident> of(CaseId caseId) {
        return jdbc.sql(SELECT + "where id in (select incident_id from incident_case where case_id = :case)"
                        + " order by opened_at, id")
                .param("case", caseId.value())
                .query(JdbcIncidents::read)
                .list();
    }

    private static Incident read(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                new Target(Target.Scope.valueOf(row.getString("scope")), row.getString("target")),
                row.getString("reason"),
                new AccountId(row.getObject("opened_by", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_by", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("cases"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
