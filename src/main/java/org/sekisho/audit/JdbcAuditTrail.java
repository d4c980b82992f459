package org.sekisho.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.RunningStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail in the table {@code audit_event}: it inserts and reads, nothing else. */
@Component
class JdbcAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<CurrentActor> currentActor;
    private final ObjectProvider<RunningStep> runningStep;

    JdbcAuditTrail(
            JdbcClient jdbc,
            Clock clock,
            ObjectProvider<CurrentActor> currentActor,
            ObjectProvider<RunningStep> runningStep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.currentActor = currentActor;
        this.runningStep = runningStep;
    }

    @Override
    public void append(AuditEvent given) {
        // the column keeps microseconds, and both must say the same
        AuditEvent event = new AuditEvent(
                given.at().truncatedTo(ChronoUnit.MICROS),
                given.actor(),
                given.action(),
                given.subject(),
                given.caseId(),
                given.step(),
                given.result(),
                given.details());
        jdbc.sql("""
                        INSERT INTO audit_event (at, actor, action, subject, case_id, step, result, details, canonical)
                        VALUES (:at, :actor, :action, :subject, :caseId, :step, :result, :details, :canonical)
                        """)
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor().orElse(null))
                .param("action", event.action())
                .param("subject", event.subject().orElse(null))
                .param("caseId", event.caseId().orElse(null))
                .param("step", event.step().orElse(null))
                .param("result", event.result())
                .param("details", readable(event.details()))
                .param("canonical", CanonicalForm.encode(event))
                .update();
    }

    @Override
    public void record(
            String action, Optional<UUID> subject, Optional<UUID> caseId, String result, Map<String, String> details) {
        Optional<UUID> actor = Optional.ofNullable(currentActor.getIfAvailable())
                .map(CurrentActor::actor)
                .flatMap(Actor::id);
        Optional<String> step = Optional.ofNullable(runningStep.getIfAvailable())
                .flatMap(RunningStep::current)
                .map(JdbcAuditTrail::place);
        append(new AuditEvent(clock.instant(), actor, action, subject, caseId, step, result, details));
    }

    @Override
    public List<AuditEvent> about(UUID subject, int limit) {
        return jdbc.sql("SELECT canonical FROM audit_event WHERE subject = :subject ORDER BY id DESC LIMIT :limit")
                .param("subject", subject)
                .param("limit", limit)
                .query((row, number) -> CanonicalForm.decode(row.getBytes("canonical")))
                .list();
    }

    @Override
    public List<AuditEvent> ofCase(UUID caseId) {
        return jdbc.sql("SELECT canonical FROM audit_event WHERE case_id = :caseId ORDER BY id")
                .param("caseId", caseId)
                .query((row, number) -> CanonicalForm.decode(row.getBytes("canonical")))
                .list();
    }

    private static String place(RunningStep.Place place) {
        return place.process() + "/" + place.element() + "@" + place.modelVersion();
    }

    private static String readable(Map<String, String> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining("\n"));
    }
}
