package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's own history, while it lasts. */
@Component
class EngineCaseHistory implements CaseHistory {

    private final HistoryService history;
    private final RuntimeService runtime;
    private final ActorsName inActorsName;

    EngineCaseHistory(HistoryService history, RuntimeService runtime, ActorsName inActorsName) {
        this.history = history;
        this.runtime = runtime;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public List<PassedElement> passed(CaseId caseId) {
        return inActorsName.call(() -> {
            Map<String, List<HistoricActivityInstance>> byInstance = new LinkedHashMap<>();
            List<String> roots = new ArrayList<>();
            for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseId.toString())
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list()) {
                byInstance.put(
                        instance.getId(),
                        history.createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .orderPartiallyByOccurrence()
                                .asc()
                                .list());
                if (instance.getSuperProcessInstanceId() == null) {
                    roots.add(instance.getId());
                }
            }
            List<PassedElement> passed = new ArrayList<>();
            roots.forEach(root -> collect(root, byInstance, passed));
            // stable: elements entered in the same moment stay in the order of their occurrence
            passed.sort(Comparator.comparing(PassedElement::startedAt));
            return List.copyOf(passed);
        });
    }

    private static void collect(
            String instance, Map<String, List<HistoricActivityInstance>> byInstance, List<PassedElement> passed) {
        for (HistoricActivityInstance element : byInstance.getOrDefault(instance, List.of())) {
            if (!ActivityTypes.MULTI_INSTANCE_BODY.equals(element.getActivityType())) {
                passed.add(new PassedElement(
                        new ProcessKey(element.getProcessDefinitionKey()),
                        element.getActivityId(),
                        element.getStartTime().toInstant(),
                        Optional.ofNullable(element.getEndTime()).map(Date::toInstant)));
            }
            if (element.getCalledProcessInstanceId() != null) {
                collect(element.getCalledProcessInstanceId(), byInstance, passed);
            }
        }
    }

    @Override
    @Transactional
    public List<Incident> incidents() {
        return inActorsName.call(() -> {
            // a caller repeats the incident of what it called; the cause alone is told
            List<org.camunda.bpm.engine.runtime.Incident> causes =
                    runtime.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                            .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                            .filter(incident -> incident.getProcessInstanceId() != null)
                            .toList();
            if (causes.isEmpty()) {
                return List.<Incident>of();
            }
            Set<String> instances = causes.stream()
                    .map(org.camunda.bpm.engine.runtime.Incident::getProcessInstanceId)
                    .collect(Collectors.toSet());
            Map<String, ProcessInstance> cases = new HashMap<>();
            runtime.createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .forEach(instance -> cases.put(instance.getId(), instance));
            List<Incident> told = new ArrayList<>();
            for (org.camunda.bpm.engine.runtime.Incident incident : causes) {
                ProcessInstance instance = cases.get(incident.getProcessInstanceId());
                if (instance != null) {
                    told.add(describe(incident, instance));
                }
            }
            return List.copyOf(told);
        });
    }

    private static Incident describe(org.camunda.bpm.engine.runtime.Incident incident, ProcessInstance instance) {
        return new Incident(
                CaseId.parse(instance.getBusinessKey()),
                new ProcessKey(instance.getProcessDefinitionKey()),
                incident.getActivityId(),
                incident.getIncidentTimestamp().toInstant());
    }
}
