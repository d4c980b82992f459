package org.sekisho.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final ObjectProvider<CurrentOrigin> currentOrigin;
    private final JdbcPersonKeys keys;

    JdbcAuditTrail(
            JdbcClient jdbc,
            Clock clock,
            ObjectProvider<CurrentActor> currentActor,
            ObjectProvider<RunningStep> runningStep,
            ObjectProvider<CurrentOrigin> currentOrigin,
            JdbcPersonKeys keys) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.currentOrigin = currentOrigin;
        this.keys = keys;
        this.currentActor = currentActor;
        this.runningStep = runningStep;
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
        Optional<Origin> origin =
                Optional.ofNullable(currentOrigin.getIfAvailable()).flatMap(CurrentOrigin::origin);
        // at the door nobody is known yet: whoever is named there is whose origin it may be
        Optional<SealedOrigin> sealed =
                origin.flatMap(from -> actor.or(() -> subject).map(person -> keys.seal(from, person)));
        // the column keeps microseconds, and both must say the same
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        insert(
                new AuditEvent(now, actor, action, subject, caseId, step, result, details, sealed),
                origin.map(Origin::network));
    }

    private void insert(AuditEvent event, Optional<String> network) {
        jdbc.sql("""
                        INSERT INTO audit_event
                            (at, actor, action, subject, case_id, step, result, details, canonical, network)
                        VALUES
                            (:at, :actor, :action, :subject, :caseId, :step, :result, :details, :canonical, :network)
                        """)
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor().orElse(null))
                .param("action", event.action())
                .param("subject", event.subject().orElse(null))
                .param("caseId", event.caseId().orElse(null))
                .param("step", event.step().orElse(null))
                .param("result", event.result())
                .param("details", ReadableDetails.of(event.details()))
                .param("canonical", CanonicalForm.encode(event))
                .param("network", network.orElse(null))
                .update();
    }

    @Override
    public Optional<Origin> origin(AuditEvent event) {
        return event.origin().flatMap(keys::open);
    }

    @Override
    public List<Optional<Origin>> origins(List<AuditEvent> events) {
        return keys.open(events.stream().map(AuditEvent::origin).toList());
    }

    @Override
    public List<AuditEvent> about(UUID subject, int limit) {
        return jdbc.sql("SELECT " + JdbcEvent.COLUMNS
                        + " FROM audit_event WHERE subject = :subject ORDER BY id DESC LIMIT :limit")
                .param("subject", subject)
                .param("limit", limit)
                .query((row, number) -> JdbcEvent.read(row))
                .list();
    }

    @Override
    public List<AuditEvent> ofCase(UUID caseId) {
        return jdbc.sql("SELECT " + JdbcEvent.COLUMNS + " FROM audit_event WHERE case_id = :caseId ORDER BY id")
                .param("caseId", caseId)
                .query((row, number) -> JdbcEvent.read(row))
                .list();
    }

    private static String place(RunningStep.Place place) {
        return place.process() + "/" + place.element() + "@" + place.modelVersion();
    }
}
