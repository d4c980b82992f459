package org.sekisho.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.sekisho.process.CaseId;

/** What the engine still knows of cases, and how it forgets them. */
public final class EngineMemory {

    private final HistoryService history;
    private final ManagementService management;

    EngineMemory(HistoryService history, ManagementService management) {
        this.history = history;
        this.management = management;
    }

    public boolean knows(CaseId caseId) {
        return instances(caseId).findAny().isPresent();
    }

    /** When the engine may remove the case, where it may at all. */
    public Optional<Instant> forgetsAt(CaseId caseId) {
        return instances(caseId)
                .map(HistoricProcessInstance::getRemovalTime)
                .filter(java.util.Objects::nonNull)
                .map(Date::toInstant)
                .findFirst();
    }

    /** The case is removed at once, whatever its time. */
    public void forgets(CaseId caseId) {
        List<String> all = instances(caseId).map(HistoricProcessInstance::getId).toList();
        all.forEach(id -> {
            if (history.createHistoricProcessInstanceQuery()
                            .processInstanceId(id)
                            .count()
                    > 0) {
                history.deleteHistoricProcessInstance(id);
            }
        });
    }

    /** One batch of the engine's own clean-up, as it runs at night. */
    public void cleansUp() {
        history.cleanUpHistoryAsync(true);
        history.findHistoryCleanupJobs().stream().map(Job::getId).forEach(management::executeJob);
    }

    private Stream<HistoricProcessInstance> instances(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .list()
                .stream();
    }
}
