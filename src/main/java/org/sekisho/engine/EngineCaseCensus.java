package org.sekisho.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.sekisho.process.BegunCase;
import org.sekisho.process.CaseCensus;
import org.sekisho.process.CaseId;
import org.sekisho.process.EndedCase;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cases of the engine's history. */
@Component
class EngineCaseCensus implements CaseCensus {

    private final HistoryService history;
    private final ActorsName inActorsName;

    EngineCaseCensus(HistoryService history, ActorsName inActorsName) {
        this.history = history;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public List<Counted> since(Instant from, int most) {
        return inActorsName.call(() -> {
            List<HistoricProcessInstance> cases = history
                    .createHistoricProcessInstanceQuery()
                    .rootProcessInstances()
                    .startedAfter(Date.from(from))
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(0, most)
                    .stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .toList();
            Map<String, UUID> subjects = subjects(cases);
            return cases.stream()
                    .map(instance -> counted(instance, Optional.ofNullable(subjects.get(instance.getId()))))
                    .toList();
        });
    }

    private Map<String, UUID> subjects(List<HistoricProcessInstance> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        String[] ids = cases.stream().map(HistoricProcessInstance::getId).toArray(String[]::new);
        Function<HistoricVariableInstance, Optional<UUID>> person =
                variable -> Duties.person((String) variable.getValue());
        return history
                .createHistoricVariableInstanceQuery()
                .variableName(Duties.SUBJECT.name())
                .processInstanceIdIn(ids)
                .activityInstanceIdIn(ids)
                .list()
                .stream()
                .filter(variable -> person.apply(variable).isPresent())
                .collect(Collectors.toMap(
                        HistoricVariableInstance::getProcessInstanceId,
                        variable -> person.apply(variable).orElseThrow(),
                        (one, same) -> one));
    }

    private static Counted counted(HistoricProcessInstance instance, Optional<UUID> subject) {
        return new Counted(
                new BegunCase(
                        CaseId.parse(instance.getBusinessKey()),
                        new ProcessKey(instance.getProcessDefinitionKey()),
                        instance.getProcessDefinitionVersion(),
                        subject,
                        instance.getStartTime().toInstant()),
                Optional.ofNullable(instance.getEndTime())
                        .map(end -> new EndedCase(
                                end.toInstant(),
                                instance.getDeleteReason() == null
                                        ? Optional.ofNullable(instance.getEndActivityId())
                                        : Optional.empty())));
    }
}
