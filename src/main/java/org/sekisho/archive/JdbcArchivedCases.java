package org.sekisho.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.process.BegunCase;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.EndedCase;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases in the table {@code archive_case}. */
@Component
class JdbcArchivedCases {

    /** What is still open ends at the end of time. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;

    JdbcArchivedCases(JdbcClient jdbc, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void add(BegunCase begun, Optional<ArchivedCase.Step> step, Optional<EndedCase> ended) {
        jdbc.sql("""
                        insert into archive_case (case_id, case_number, process, version, subject, state, step_process, step, outcome,
                                                  started_at, ended_at, seconds, started_on, ended_on, record_due)
                        values (:id, :number, :process, :version, :subject, :state, :stepProcess, :step, :outcome,
                                :startedAt, :endedAt, :seconds, :startedOn, :endedOn, :recordDue)
                        """)
                .param("id", begun.id().value())
                .param("number", CaseNumbers.of(begun.id()))
                .param("process", begun.process().value())
                .param("version", begun.version())
                .param("subject", begun.subject().orElse(null))
                .param("state", state(ended).key())
                .param("stepProcess", step.map(place -> place.process().value()).orElse(null))
                .param("step", step.map(ArchivedCase.Step::element).orElse(null))
                .param("outcome", ended.flatMap(EndedCase::ending).orElse(null))
                .param("startedAt", utc(begun.at()))
                .param("endedAt", utc(ended.map(EndedCase::at).orElse(NEVER)))
                .param(
                        "seconds",
                        ended.map(end -> Duration.between(begun.at(), end.at()).toSeconds())
                                .orElse(null))
                .param("startedOn", day(begun.at()))
                .param("endedOn", ended.map(end -> day(end.at())).orElse(null))
                .param("recordDue", ended.map(end -> utc(end.at())).orElse(null))
                .update();
    }

    /** Adds a case that was not listed before, and says whether it was not. */
    boolean addUnknown(BegunCase begun, Optional<EndedCase> ended) {
        boolean unknown = jdbc.sql("select count(*) from archive_case where case_id = :id")
                        .param("id", begun.id().value())
                        .query(Integer.class)
                        .single()
                == 0;
        if (unknown) {
            add(begun, Optional.empty(), ended);
        }
        return unknown;
    }

    /** @return whether the case is listed */
    boolean change(CaseId id, Optional<ArchivedCase.Step> step, Optional<EndedCase> ended) {
        if (ended.isEmpty()) {
            return jdbc.sql("update archive_case set step_process = coalesce(:stepProcess, step_process),"
                                    + " step = coalesce(:step, step) where case_id = :id")
                            .param("id", id.value())
                            .param(
                                    "stepProcess",
                                    step.map(place -> place.process().value()).orElse(null))
                            .param("step", step.map(ArchivedCase.Step::element).orElse(null))
                            .update()
                    == 1;
        }
        EndedCase end = ended.get();
        Optional<OffsetDateTime> startedAt = jdbc.sql("select started_at from archive_case where case_id = :id")
                .param("id", id.value())
                .query(OffsetDateTime.class)
                .optional();
        return startedAt.isPresent()
                && jdbc.sql("update archive_case set state = :state, outcome = :outcome, ended_at = :endedAt,"
                                        + " seconds = :seconds, ended_on = :endedOn, record_due = :endedAt,"
                                        + " step_process = coalesce(:stepProcess, step_process), step = coalesce(:step, step)"
                                        + " where case_id = :id")
                                .param("id", id.value())
                                .param("state", state(ended).key())
                                .param("outcome", end.ending().orElse(null))
                                .param("endedAt", utc(end.at()))
                                .param(
                                        "seconds",
                                        Duration.between(startedAt.get().toInstant(), end.at())
                                                .toSeconds())
                                .param("endedOn", day(end.at()))
                                .param(
                                        "stepProcess",
                                        step.map(place -> place.process().value())
                                                .orElse(null))
                                .param(
                                        "step",
                                        step.map(ArchivedCase.Step::element).orElse(null))
                                .update()
                        == 1;
    }

    Optional<ArchivedCase> find(CaseId id) {
        return jdbc.sql("select * from archive_case where case_id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The cases with such a number, which are seldom more than one. */
    List<CaseId> numbered(String number) {
        return jdbc.sql("select case_id from archive_case where case_number = :number")
                .param("number", number)
                .query((row, place) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Cases that have ended and are not recorded yet, but for those that were put off; those that ended first in front. */
    List<CaseId> toRecord(Instant now, int most) {
        return jdbc.sql("select case_id from archive_case where record_due <= :now order by record_due limit :most")
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Takes a case for recording: the transaction that may do so holds its row to its end, and no other may any more. */
    boolean takeToRecord(CaseId id) {
        return jdbc.sql("update archive_case set record_due = null where case_id = :id and record_due is not null")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Lets the case wait, because it could not be recorded. */
    void putOff(CaseId id, Instant until) {
        jdbc.sql("update archive_case set record_due = :until where case_id = :id and record_due is not null")
                .param("id", id.value())
                .param("until", utc(until))
                .update();
    }

    void remove(List<CaseId> ids) {
        jdbc.sql("delete from archive_case where case_id in (:ids)")
                .param("ids", ids.stream().map(CaseId::value).toList())
                .update();
    }

    static ArchivedCase read(ResultSet row) throws SQLException {
        Instant endedAt = row.getObject("ended_at", OffsetDateTime.class).toInstant();
        String step = row.getString("step");
        return new ArchivedCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new ProcessKey(row.getString("process")),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                CaseState.of(row.getString("state")),
                step == null
                        ? Optional.empty()
                        : Optional.of(new ArchivedCase.Step(new ProcessKey(row.getString("step_process")), step)),
                Optional.ofNullable(row.getString("outcome")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt.equals(NEVER) ? Optional.empty() : Optional.of(endedAt));
    }

    private static CaseState state(Optional<EndedCase> ended) {
        return ended.map(end -> CaseState.after(end.ending())).orElse(CaseState.OPEN);
    }

    private LocalDate day(Instant at) {
        return at.atZone(calendar.zone()).toLocalDate();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
