package org.sekisho.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.DecisionTable;
import org.sekisho.process.DeployedModels;
import org.sekisho.process.FormKey;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Models as the engine's deployments have them. */
@Component
class EngineDeployedModels implements DeployedModels {

    private final RepositoryService repository;
    private final ActorsName inActorsName;

    EngineDeployedModels(RepositoryService repository, ActorsName inActorsName) {
        this.repository = repository;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public Optional<String> process(ProcessKey process, int version) {
        return inActorsName.call(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process.value())
                        .processDefinitionVersion(version)
                        .singleResult())
                .map(ProcessDefinition::getId)
                .map(definition -> text(repository.getProcessModel(definition))));
    }

    @Override
    @Transactional
    public Optional<String> decision(DecisionKey decision, int version) {
        return inActorsName.call(
                () -> find(decision, version).map(found -> text(repository.getDecisionModel(found.getId()))));
    }

    private Optional<DecisionDefinition> find(DecisionKey decision, int version) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision.value())
                .decisionDefinitionVersion(version)
                .singleResult());
    }

    private static String text(InputStream model) {
        try (model) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    @Transactional
    public Optional<DecisionTable> table(DecisionKey decision, int version) {
        return inActorsName.call(() -> find(decision, version).flatMap(found -> Optional.ofNullable(
                        repository.getDmnModelInstance(found.getId()).<Decision>getModelElementById(decision.value()))
                .map(Decision::getExpression)
                .filter(org.camunda.bpm.model.dmn.instance.DecisionTable.class::isInstance)
                .map(org.camunda.bpm.model.dmn.instance.DecisionTable.class::cast)
                .map(table -> table(found, table))));
    }

    private static DecisionTable table(
            DecisionDefinition found, org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        List<DecisionTable.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rows.add(new DecisionTable.Row(
                    rows.size() + 1,
                    rule.getInputEntries().stream()
                            .map(entry -> text(entry.getText()))
                            .toList(),
                    rule.getOutputEntries().stream()
                            .map(entry -> text(entry.getText()))
                            .toList(),
                    Optional.ofNullable(rule.getDescription())
                            .map(said -> said.getTextContent().strip())));
        }
        return new DecisionTable(
                new DecisionKey(found.getKey()),
                Optional.ofNullable(found.getName()).orElse(found.getKey()),
                found.getVersion(),
                table.getHitPolicy().name(),
                table.getInputs().stream().map(EngineDeployedModels::name).toList(),
                table.getOutputs().stream().map(EngineDeployedModels::name).toList(),
                rows);
    }

    private static String name(Input input) {
        return Optional.ofNullable(input.getLabel()).orElse(input.getId());
    }

    private static String name(Output output) {
        return Optional.ofNullable(output.getLabel()).orElse(output.getName());
    }

    private static String text(@Nullable Text text) {
        return Optional.ofNullable(text)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    @Override
    @Transactional
    public List<Place> places() {
        return inActorsName.call(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(ProcessDefinition::getKey))
                .flatMap(definition -> places(
                        new ProcessKey(definition.getKey()),
                        definition.getVersion(),
                        repository.getBpmnModelInstance(definition.getId())))
                .toList());
    }

    @Override
    @Transactional
    public Set<ProcessKey> callers() {
        return inActorsName.call(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> !repository
                        .getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(CallActivity.class)
                        .isEmpty())
                .map(definition -> new ProcessKey(definition.getKey()))
                .collect(Collectors.toSet()));
    }

    private static Stream<Place> places(ProcessKey process, int version, BpmnModelInstance model) {
        return Stream.concat(
                model.getModelElementsByType(UserTask.class).stream()
                        .map(task -> new Place(
                                process,
                                version,
                                task.getId(),
                                label(task),
                                Optional.ofNullable(task.getCamundaFormKey()).map(FormKey::new),
                                false)),
                model.getModelElementsByType(EndEvent.class).stream()
                        // what ends a part of a process alone ends no case
                        .filter(end -> end.getParentElement() instanceof Process)
                        .map(end -> new Place(process, version, end.getId(), label(end), Optional.empty(), true)));
    }

    private static String label(FlowElement element) {
        return Optional.ofNullable(element.getName())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElse(element.getId());
    }

    @Override
    @Transactional
    public List<PolicyVersion> policies(Instant from, Instant until) {
        return inActorsName.call(() -> {
            Map<String, Instant> deployed = new HashMap<>();
            for (Deployment deployment : repository.createDeploymentQuery().list()) {
                deployed.put(deployment.getId(), deployment.getDeploymentTime().toInstant());
            }
            Map<String, List<DecisionDefinition>> byKey = repository.createDecisionDefinitionQuery().list().stream()
                    .sorted(Comparator.comparing(DecisionDefinition::getVersion))
                    .collect(Collectors.groupingBy(DecisionDefinition::getKey));
            return byKey.values().stream()
                    .flatMap(versions -> inForce(versions, deployed, from, until))
                    .sorted(Comparator.comparing(
                                    (PolicyVersion policy) -> policy.decision().value())
                            .thenComparing(PolicyVersion::version))
                    .toList();
        });
    }

    private static Stream<PolicyVersion> inForce(
            List<DecisionDefinition> versions, Map<String, Instant> deployed, Instant from, Instant until) {
        List<PolicyVersion> told = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            Instant begun = deployed.getOrDefault(versions.get(place).getDeploymentId(), Instant.EPOCH);
            boolean replacedBefore = place + 1 < versions.size()
                    && !deployed.getOrDefault(versions.get(place + 1).getDeploymentId(), Instant.EPOCH)
                            .isAfter(from);
            if (!begun.isAfter(until) && !replacedBefore) {
                told.add(new PolicyVersion(
                        new DecisionKey(versions.get(place).getKey()),
                        versions.get(place).getVersion()));
            }
        }
        return told.stream();
    }
}
