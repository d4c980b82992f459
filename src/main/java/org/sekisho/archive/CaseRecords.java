package org.sekisho.archive;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sekisho.archive.CaseRecord.ModelVersion;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseLog;
import org.sekisho.process.CasePath;
import org.sekisho.process.CasePaths;
import org.sekisho.process.CaseRetention;
import org.sekisho.process.CaseStatements;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TakenDecision;
import org.sekisho.seal.Proofs;
import org.sekisho.shared.Sha256;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the records of cases from what the engine knows, and keeps them. */
@Component
class CaseRecords {

    /** The event of the trail that proves a record, and the detail of it that does so. */
    static final String RECORDED = "archive.case-recorded";

    static final String SHA256 = "sha256";
    /** Whoever has only read a case has not acted in it. */
    private static final String READ = ".case-read";

    private final JdbcArchivedCases cases;
    private final JdbcCaseRecords records;
    private final CasePaths paths;
    private final CaseLog log;
    private final DeployedModels models;
    private final CaseRetention retention;
    private final AuditTrail trail;
    private final Proofs proofs;
    private final ObjectProvider<CaseStatements> statements;
    private final Clock clock;

    CaseRecords(
            JdbcArchivedCases cases,
            JdbcCaseRecords records,
            CasePaths paths,
            CaseLog log,
            DeployedModels models,
            CaseRetention retention,
            AuditTrail trail,
            Proofs proofs,
            ObjectProvider<CaseStatements> statements,
            Clock clock) {
        this.cases = cases;
        this.records = records;
        this.paths = paths;
        this.log = log;
        this.models = models;
        this.retention = retention;
        this.trail = trail;
        this.proofs = proofs;
        this.statements = statements;
        this.clock = clock;
    }

    /** The record of a case as it is now: the one that was kept, or one made from the engine while it has the case. */
    @Transactional
    Optional<CaseRecord> of(CaseId caseId) {
        return records.find(caseId)
                .map(stored -> CanonicalJson.read(stored.text()))
                .or(() -> cases.find(caseId).map(this::made));
    }

    /** The record as it was kept; empty where none was. */
    Optional<byte[]> text(CaseId caseId) {
        return records.find(caseId).map(JdbcCaseRecords.Stored::text);
    }

    /** The digest of what is kept, made anew. */
    Optional<String> digest(CaseId caseId) {
        return records.find(caseId).map(stored -> Sha256.hex(stored.text()));
    }

    /** The text of a model, from wherever it still is. */
    @Transactional
    Optional<String> model(ModelVersion model) {
        return records.model(model.kind(), model.name(), model.version()).or(() -> deployed(model));
    }

    /**
     * Keeps the record of a case that has ended, writes its digest into the trail, and lets the engine forget the case. Happens once,
     * however many nodes try.
     *
     * @return whether it happened now
     */
    @Transactional
    boolean record(CaseId caseId) {
        if (!cases.takeToRecord(caseId)) {
            return false;
        }
        ArchivedCase ended = cases.find(caseId).orElseThrow();
        Instant now = clock.instant();
        CaseRecord record = made(ended);
        byte[] text = CanonicalJson.write(record);
        String sha256 = Sha256.hex(text);
        for (ModelVersion model : record.models()) {
            if (records.digest(model.kind(), model.name(), model.version()).isEmpty()) {
                records.keep(model, deployed(model).orElseThrow(), now);
            }
        }
        records.add(record, sha256, text, now);
        records.addActors(caseId, actors(caseId));
        trail.record(
                RECORDED,
                ended.subject(),
                Optional.of(caseId.value()),
                "recorded",
                Map.of("form", Integer.toString(record.form()), SHA256, sha256));
        retention.mayForget(caseId);
        return true;
    }

    /**
     * Lists the rules of some of the records that an earlier release has made without doing so.
     *
     * @return how many there were, no more than asked
     */
    @Transactional
    int listRules(int most) {
        List<CaseId> unlisted = records.toList(most);
        unlisted.stream()
                .filter(records::takeToList)
                .flatMap(caseId -> of(caseId).stream())
                .forEach(records::addRules);
        return unlisted.size();
    }

    /**
     * Lets go of cases of some kinds that ended before a moment, of what was said in them, and of the models that no record needs any more; never one that is open or not
     * recorded.
     *
     * @return how many there were, no more than asked
     */
    @Transactional
    int retire(Kinds kinds, Instant endedBefore, int most) {
        List<CaseId> due = records.endedBefore(kinds, endedBefore, most);
        if (!due.isEmpty()) {
            records.remove(due);
            statements.orderedStream().forEach(module -> module.forget(due));
            cases.remove(due);
            // one that another node needs in this moment is kept again with its next record; until then the engine has
            // it
            records.removeUnusedModels();
            trail.record(
                    "archive.cases-retired",
                    Optional.empty(),
                    Optional.empty(),
                    "deleted",
                    Map.of("cases", Integer.toString(due.size()), "ended-before", endedBefore.toString()));
        }
        return due.size();
    }

    private Set<UUID> actors(CaseId caseId) {
        return trail.ofCase(caseId.value()).stream()
                .filter(event -> !event.action().endsWith(READ))
                .flatMap(event -> event.actor().stream())
                .collect(Collectors.toSet());
    }

    private CaseRecord made(ArchivedCase found) {
        List<CasePath> taken = paths.of(found.id());
        List<TakenDecision> decisions = paths.decisions(found.id());
        Map<String, ModelVersion> used = new LinkedHashMap<>();
        for (CasePath path : taken) {
            used.computeIfAbsent(
                    ModelVersion.BPMN + path.process() + path.version(),
                    key -> version(
                            ModelVersion.BPMN,
                            path.process().value(),
                            path.version(),
                            () -> models.process(path.process(), path.version())));
        }
        Map<String, DecisionTable> tables = new LinkedHashMap<>();
        for (TakenDecision decision : decisions) {
            used.computeIfAbsent(ModelVersion.DMN + decision.decision() + decision.version(), key -> version(decision));
            models.table(decision.decision(), decision.version())
                    .ifPresent(table -> tables.put(decision.decision() + "@" + decision.version(), table));
        }
        return new CaseRecord(
                CaseRecord.FORM,
                found.id(),
                found.process(),
                found.subject(),
                found.startedAt(),
                found.endedAt(),
                found.state(),
                found.outcome(),
                taken,
                decisions,
                List.copyOf(tables.values()),
                log.operations(found.id()),
                log.attempts(found.id()),
                log.halts(found.id()),
                inOrder(List.copyOf(used.values())),
                policies(found),
                Optional.of(proofs.hashes(found.id().value()).stream()
                        .map(event ->
                                new CaseRecord.Event(event.event(), event.hash().toString()))
                        .toList()));
    }

    private List<ModelVersion> policies(ArchivedCase found) {
        return models.policies(found.startedAt(), found.endedAt().orElseGet(clock::instant)).stream()
                .map(policy -> version(
                        ModelVersion.DMN,
                        policy.decision().value(),
                        policy.version(),
                        () -> models.decision(policy.decision(), policy.version())))
                .toList();
    }

    private ModelVersion version(TakenDecision decision) {
        return version(
                ModelVersion.DMN,
                decision.decision().value(),
                decision.version(),
                () -> models.decision(decision.decision(), decision.version()));
    }

    /** A model that is kept need not be read again to know its digest. */
    private ModelVersion version(String kind, String name, int version, Supplier<Optional<String>> text) {
        return new ModelVersion(
                kind,
                name,
                version,
                records.digest(kind, name, version)
                        .or(() -> text.get().map(model -> Sha256.hex(model.getBytes(StandardCharsets.UTF_8))))
                        .orElse(""));
    }

    private Optional<String> deployed(ModelVersion model) {
        return model.kind().equals(ModelVersion.BPMN)
                ? models.process(new ProcessKey(model.name()), model.version())
                : models.decision(new DecisionKey(model.name()), model.version());
    }

    private static List<ModelVersion> inOrder(List<ModelVersion> unordered) {
        List<ModelVersion> ordered = new ArrayList<>(unordered);
        ordered.sort(Comparator.comparing(ModelVersion::kind)
                .thenComparing(ModelVersion::name)
                .thenComparing(ModelVersion::version));
        return ordered;
    }
}
