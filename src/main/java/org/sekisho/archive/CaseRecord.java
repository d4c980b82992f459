package org.sekisho.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseLog;
import org.sekisho.process.CasePath;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TakenDecision;

/**
 * All that the replay of a case needs, beside the events of the trail and the texts of the models.
 *
 * @param form the version of this form; a reader knows by it what to expect
 * @param paths the processes that it has run, the one that it began with first
 * @param decisions the decision tables that its models have asked
 * @param tables those tables, whole
 * @param operations what the engine was told to do with it
 * @param attempts the steps that have failed, each try of them
 * @param halts the steps that have failed too often and waited for staff
 * @param models the models of processes and decisions that it has run, with the digests of their texts
 * @param policies the versions of all decisions that were in force while it ran, asked or not
 * @param events all that the trail had of it when the record was made, so that none can be left out; empty in form 1
 */
public record CaseRecord(
        int form,
        CaseId caseId,
        ProcessKey process,
        Optional<UUID> subject,
        Instant startedAt,
        Optional<Instant> endedAt,
        CaseState state,
        Optional<String> outcome,
        List<CasePath> paths,
        List<TakenDecision> decisions,
        List<DecisionTable> tables,
        List<CaseLog.Operation> operations,
        List<CaseLog.Attempt> attempts,
        List<CaseLog.Halt> halts,
        List<ModelVersion> models,
        List<ModelVersion> policies,
        Optional<List<Event>> events) {

    static final int FORM = 2;

    public CaseRecord {
        paths = List.copyOf(paths);
        decisions = List.copyOf(decisions);
        tables = List.copyOf(tables);
        operations = List.copyOf(operations);
        attempts = List.copyOf(attempts);
        halts = List.copyOf(halts);
        models = List.copyOf(models);
        policies = List.copyOf(policies);
        events = events.map(List::copyOf);
    }

    /**
     * An event of the trail.
     *
     * @param id its place in the trail
     * @param sha256 what stands for it in the chain, in small hexadecimal digits
     */
    public record Event(long id, String sha256) {}

    /**
     * A version of a model.
     *
     * @param kind {@code bpmn} or {@code dmn}
     * @param name the key of the process or the decision
     * @param version as the engine counts it, from 1
     * @param sha256 of its text as UTF-8, in small hexadecimal digits
     */
    public record ModelVersion(String kind, String name, int version, String sha256) {

        static final String BPMN = "bpmn";
        static final String DMN = "dmn";
    }
}
