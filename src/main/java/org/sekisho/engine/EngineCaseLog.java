package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseLog;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the engine's own logs say of a case. What failures said is left where it is. */
@Component
class EngineCaseLog implements CaseLog {

    private final HistoryService history;
    private final ActorsName inActorsName;

    EngineCaseLog(HistoryService history, ActorsName inActorsName) {
        this.history = history;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public List<Operation> operations(CaseId caseId) {
        return inActorsName.call(() -> {
            List<Operation> told = new ArrayList<>();
            for (String instance : instances(caseId)) {
                Map<String, String> elements = new HashMap<>();
                List<UserOperationLogEntry> entries = history.createUserOperationLogQuery()
                        .processInstanceId(instance)
                        .list();
                if (entries.stream().anyMatch(entry -> entry.getTaskId() != null)) {
                    history.createHistoricTaskInstanceQuery()
                            .processInstanceId(instance)
                            .list()
                            .forEach(task -> elements.put(task.getId(), element(task)));
                }
                entries.forEach(entry -> told.add(operation(entry, elements)));
            }
            // a whole order, or the same case would be told in several ways
            told.sort(Comparator.comparing(Operation::at)
                    .thenComparing(Operation::kind)
                    .thenComparing(Operation::entity)
                    .thenComparing(operation -> operation.element().orElse(""))
                    .thenComparing(operation -> operation.property().orElse(""))
                    .thenComparing(operation -> operation.to().orElse("")));
            return List.copyOf(told);
        });
    }

    private static String element(HistoricTaskInstance task) {
        return task.getTaskDefinitionKey();
    }

    private static Operation operation(UserOperationLogEntry entry, Map<String, String> elements) {
        return new Operation(
                entry.getTimestamp().toInstant(),
                Duties.person(entry.getUserId()),
                kebab(entry.getOperationType()),
                kebab(entry.getEntityType()),
                Optional.ofNullable(entry.getTaskId()).map(elements::get),
                Optional.ofNullable(entry.getProperty()),
                Optional.ofNullable(entry.getOrgValue()),
                Optional.ofNullable(entry.getNewValue()));
    }

    @Override
    @Transactional
    public List<Attempt> attempts(CaseId caseId) {
        return inActorsName.call(() -> {
            List<Attempt> tries = new ArrayList<>();
            for (String instance : instances(caseId)) {
                Map<String, List<HistoricJobLog>> byJob = new LinkedHashMap<>();
                history
                        .createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream()
                        .filter(entry -> entry.isFailureLog() || entry.isSuccessLog())
                        .forEach(entry -> byJob.computeIfAbsent(entry.getJobId(), job -> new ArrayList<>())
                                .add(entry));
                byJob.values().stream()
                        .filter(entries -> entries.stream().anyMatch(HistoricJobLog::isFailureLog))
                        .forEach(entries -> {
                            for (int place = 0; place < entries.size(); place++) {
                                tries.add(attempt(entries.get(place), place + 1));
                            }
                        });
            }
            tries.sort(Comparator.comparing(Attempt::at)
                    .thenComparing(Attempt::element)
                    .thenComparing(Attempt::number));
            return List.copyOf(tries);
        });
    }

    private static Attempt attempt(HistoricJobLog entry, int number) {
        return new Attempt(
                new ProcessKey(entry.getProcessDefinitionKey()),
                entry.getActivityId(),
                number,
                entry.getTimestamp().toInstant(),
                entry.isFailureLog(),
                // the engine writes down how many were left before this one
                entry.isFailureLog() ? Math.max(0, entry.getJobRetries() - 1) : entry.getJobRetries());
    }

    @Override
    @Transactional
    public List<Halt> halts(CaseId caseId) {
        return inActorsName.call(() -> instances(caseId).stream()
                .flatMap(instance -> history.createHistoricIncidentQuery().processInstanceId(instance).list().stream())
                // a caller repeats the incident of what it called; the cause alone is told
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .map(EngineCaseLog::halt)
                .sorted(Comparator.comparing(Halt::at).thenComparing(Halt::element))
                .toList());
    }

    private static Halt halt(HistoricIncident incident) {
        return new Halt(
                new ProcessKey(incident.getProcessDefinitionKey()),
                incident.getActivityId(),
                incident.getCreateTime().toInstant(),
                Optional.ofNullable(incident.getEndTime()).map(Date::toInstant));
    }

    private List<String> instances(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .orderByProcessInstanceId()
                .asc()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
