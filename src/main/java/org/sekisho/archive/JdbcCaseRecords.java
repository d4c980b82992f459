package org.sekisho.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records of finished cases, the models that they need, and how long their steps took, in tables of their own. */
@Component
class JdbcCaseRecords {

    /** Where cases wait, so that it matters how long. */
    private static final Set<CasePath.Kind> WAITS =
            EnumSet.of(CasePath.Kind.TASK, CasePath.Kind.WAIT, CasePath.Kind.CALL);

    private final JdbcClient jdbc;

    JdbcCaseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record as it lies in the table.
     *
     * @param sha256 the digest that was stored with it
     * @param text the canonical text
     */
    record Stored(String sha256, byte[] text, Instant recordedAt) {}

    void add(CaseRecord record, String sha256, byte[] text, Instant now) {
        jdbc.sql(
                        "insert into archive_record (case_id, process, form, sha256, content, ended_at, recorded_at, rules_listed)"
                                + " values (:caseId, :process, :form, :sha256, :content, :endedAt, :now, true)")
                .param("caseId", record.caseId().value())
                .param("process", record.process().value())
                .param("form", record.form())
                .param("sha256", sha256)
                .param("content", Compressed.of(text))
                .param("endedAt", JdbcArchivedCases.utc(record.endedAt().orElse(now)))
                .param("now", JdbcArchivedCases.utc(now))
                .update();
        for (ModelVersion model : record.models()) {
            jdbc.sql("insert into archive_record_model (case_id, kind, name, version)"
                            + " values (:caseId, :kind, :name, :version)")
                    .param("caseId", record.caseId().value())
                    .param("kind", model.kind())
                    .param("name", model.name())
                    .param("version", model.version())
                    .update();
        }
        int place = 0;
        for (CasePath path : record.paths()) {
            for (CasePath.Step step : path.steps()) {
                if (WAITS.contains(step.kind()) && step.leftAt().isPresent()) {
                    addStep(record.caseId(), place++, path, step, step.leftAt().get());
                }
            }
        }
        addRules(record);
    }

    /** Of which of the cases there is a record. */
    Set<UUID> kept(Collection<UUID> cases) {
        return cases.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select case_id from archive_record where case_id in (:cases)")
                        .param("cases", cases)
                        .query(UUID.class)
                        .list());
    }

    /** A rule that has matched several times stands there once. */
    void addRules(CaseRecord record) {
        record.decisions().stream()
                .flatMap(taken -> taken.rules().stream().map(rule -> PolicyRule.of(taken, rule)))
                .distinct()
                .forEach(matched -> jdbc.sql(
                                "insert into archive_rule (case_id, decision, rule) values (:caseId, :decision, :rule)")
                        .param("caseId", record.caseId().value())
                        .param("decision", matched.decision().value())
                        .param("rule", matched.rule().orElseThrow())
                        .update());
    }

    /** Lists who has acted in a case, each of them once. */
    void addActors(CaseId caseId, Set<UUID> actors) {
        actors.forEach(actor -> jdbc.sql("insert into archive_actor (case_id, actor) values (:caseId, :actor)")
                .param("caseId", caseId.value())
                .param("actor", actor)
                .update());
    }

    /** Records whose rules are not listed yet. */
    List<CaseId> toList(int most) {
        return jdbc.sql("select case_id from archive_record where rules_listed = false order by case_id limit :most")
                .param("most", most)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** @return whether nobody else has taken it */
    boolean takeToList(CaseId caseId) {
        return jdbc.sql(
                                "update archive_record set rules_listed = true where case_id = :caseId and rules_listed = false")
                        .param("caseId", caseId.value())
                        .update()
                == 1;
    }

    private void addStep(CaseId caseId, int place, CasePath path, CasePath.Step step, Instant leftAt) {
        jdbc.sql("insert into archive_step (case_id, place, process, version, element, entered_at, seconds)"
                        + " values (:caseId, :place, :process, :version, :element, :enteredAt, :seconds)")
                .param("caseId", caseId.value())
                .param("place", place)
                .param("process", path.process().value())
                .param("version", path.version())
                .param("element", step.element())
                .param("enteredAt", JdbcArchivedCases.utc(step.enteredAt()))
                .param("seconds", Duration.between(step.enteredAt(), leftAt).toSeconds())
                .update();
    }

    Optional<Stored> find(CaseId caseId) {
        return jdbc.sql("select sha256, content, recorded_at from archive_record where case_id = :caseId")
                .param("caseId", caseId.value())
                .query((row, number) -> new Stored(
                        row.getString("sha256"),
                        Compressed.plain(row.getBytes("content")),
                        row.getObject("recorded_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .optional();
    }

    /** Keeps the text of a model; one that is kept already stays as it is. Another node may be doing the same. */
    void keep(ModelVersion model, String text, Instant now) {
        jdbc.sql("insert into archive_model (kind, name, version, sha256, content, archived_at)"
                        + " select :kind, :name, :version, :sha256, :content, :now"
                        + " where not exists (select 1 from archive_model"
                        + " where kind = :kind and name = :name and version = :version)")
                .param("kind", model.kind())
                .param("name", model.name())
                .param("version", model.version())
                .param("sha256", model.sha256())
                .param("content", Compressed.of(text.getBytes(StandardCharsets.UTF_8)))
                .param("now", JdbcArchivedCases.utc(now))
                .update();
    }

    Optional<String> model(String kind, String name, int version) {
        return jdbc.sql("select content from archive_model where kind = :kind and name = :name and version = :version")
                .param("kind", kind)
                .param("name", name)
                .param("version", version)
                .query((row, number) -> new String(Compressed.plain(row.getBytes("content")), StandardCharsets.UTF_8))
                .optional();
    }

    /** The digest of a model that is kept. */
    Optional<String> digest(String kind, String name, int version) {
        return jdbc.sql("select sha256 from archive_model where kind = :kind and name = :name and version = :version")
                .param("kind", kind)
                .param("name", name)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** Records of cases of some kinds that ended before that, the oldest first. */
    List<CaseId> endedBefore(Kinds kinds, Instant moment, int most) {
        List<String> processes =
                kinds.processes().stream().map(ProcessKey::value).toList();
        String which =
                processes.isEmpty() ? "" : " and process " + (kinds.excepted() ? "not " : "") + "in (:processes)";
        JdbcClient.StatementSpec query = jdbc.sql("select case_id from archive_record where ended_at < :moment" + which
                        + " order by ended_at limit :most")
                .param("moment", JdbcArchivedCases.utc(moment))
                .param("most", most);
        return (processes.isEmpty() ? query : query.param("processes", processes))
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    void remove(List<CaseId> cases) {
        List<UUID> ids = cases.stream().map(CaseId::value).toList();
        for (String table :
                List.of("archive_step", "archive_rule", "archive_actor", "archive_record_model", "archive_record")) {
            jdbc.sql("delete from " + table + " where case_id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    void removeUnusedModels() {
        jdbc.sql("delete from archive_model where not exists (select 1 from archive_record_model used"
                        + " where used.kind = archive_model.kind and used.name = archive_model.name"
                        + " and used.version = archive_model.version)")
                .update();
    }
}
