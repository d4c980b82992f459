package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.CasePaths;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TakenDecision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Paths as the engine's history has them, drawn on the models of its deployments. */
@Component
class EngineCasePaths implements CasePaths {

    private final HistoryService history;
    private final RepositoryService repository;
    private final ActorsName inActorsName;

    EngineCasePaths(HistoryService history, RepositoryService repository, ActorsName inActorsName) {
        this.history = history;
        this.repository = repository;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public List<CasePath> of(CaseId caseId) {
        return inActorsName.call(() -> {
            Map<String, HistoricProcessInstance> instances = instances(caseId);
            List<CasePath> paths = new ArrayList<>();
            instances.values().stream()
                    .filter(instance -> instance.getSuperProcessInstanceId() == null)
                    .forEach(root -> collect(root, instances, paths));
            return List.copyOf(paths);
        });
    }

    private Map<String, HistoricProcessInstance> instances(CaseId caseId) {
        Map<String, HistoricProcessInstance> instances = new LinkedHashMap<>();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(instance -> instances.put(instance.getId(), instance));
        return instances;
    }

    private void collect(
            HistoricProcessInstance instance, Map<String, HistoricProcessInstance> instances, List<CasePath> paths) {
        List<HistoricActivityInstance> entered = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        WayThroughModel way =
                new WayThroughModel(repository.getBpmnModelInstance(instance.getProcessDefinitionId()), entered);
        paths.add(new CasePath(
                instance.getId(),
                Optional.ofNullable(instance.getSuperProcessInstanceId()),
                new ProcessKey(instance.getProcessDefinitionKey()),
                instance.getProcessDefinitionVersion(),
                instance.getStartTime().toInstant(),
                Optional.ofNullable(instance.getEndTime()).map(Date::toInstant),
                way.steps(),
                way.flows()));
        entered.stream()
                .map(element -> instances.get(element.getCalledProcessInstanceId()))
                .filter(Objects::nonNull)
                .forEach(called -> collect(called, instances, paths));
    }

    @Override
    @Transactional
    public List<TakenDecision> decisions(CaseId caseId) {
        return inActorsName.call(() -> instances(caseId).keySet().stream()
                .flatMap(instance -> history
                        .createHistoricDecisionInstanceQuery()
                        .processInstanceId(instance)
                        .includeInputs()
                        .includeOutputs()
                        .list()
                        .stream())
                // what a step asks of a table by itself, as often as it likes, is no decision of the model
                .filter(asked -> asked.getActivityId() != null)
                .map(this::described)
                .sorted(Comparator.comparing(TakenDecision::at))
                .toList());
    }

    private TakenDecision described(HistoricDecisionInstance asked) {
        DecisionDefinition table = repository.getDecisionDefinition(asked.getDecisionDefinitionId());
        Map<String, List<HistoricDecisionOutputInstance>> matched =
                asked.getOutputs().stream().collect(Collectors.groupingBy(HistoricDecisionOutputInstance::getRuleId));
        List<Rule> rules =
                List.copyOf(repository.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class));
        return new TakenDecision(
                new DecisionKey(asked.getDecisionDefinitionKey()),
                Optional.ofNullable(asked.getDecisionDefinitionName()).orElse(asked.getDecisionDefinitionKey()),
                table.getVersion(),
                asked.getActivityId(),
                asked.getEvaluationTime().toInstant(),
                asked.getInputs().stream()
                        .map(input -> new TakenDecision.Value(input.getClauseName(), text(input.getValue())))
                        .toList(),
                IntStream.range(0, rules.size())
                        .filter(place -> matched.containsKey(rules.get(place).getId()))
                        .mapToObj(place -> rule(
                                place + 1,
                                rules.get(place),
                                matched.getOrDefault(rules.get(place).getId(), List.of())))
                        .toList());
    }

    private static TakenDecision.Rule rule(int number, Rule rule, List<HistoricDecisionOutputInstance> outputs) {
        return new TakenDecision.Rule(
                number,
                Optional.ofNullable(rule.getDescription())
                        .map(text -> text.getTextContent().strip()),
                outputs.stream()
                        .map(output -> new TakenDecision.Value(
                                Optional.ofNullable(output.getClauseName()).orElse(output.getVariableName()),
                                text(output.getValue())))
                        .toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
