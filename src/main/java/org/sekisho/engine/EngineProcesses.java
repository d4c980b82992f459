package org.sekisho.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.sekisho.process.CaseId;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.Variables;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases as process instances that share a business key. */
@Component
class EngineProcesses implements Processes {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final ActorsName inActorsName;

    EngineProcesses(RuntimeService runtime, HistoryService history, ActorsName inActorsName) {
        this.runtime = runtime;
        this.history = history;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public void start(ProcessKey process, CaseId caseId, Variables variables) {
        inActorsName.run(() -> {
            try {
                runtime.createProcessInstanceByKey(process.value())
                        .businessKey(caseId.toString())
                        .setVariables(Map.copyOf(variables.encoded()))
                        .execute();
            } catch (NullValueException unknown) {
                throw new IllegalStateException("There is no process " + process, unknown);
            }
        });
    }

    @Override
    @Transactional
    public boolean correlate(CaseId caseId, MessageName message, Variables variables) {
        return inActorsName.call(() -> {
            List<Execution> waiting = waitingFor(message, caseId);
            try {
                waiting.stream()
                        .map(Execution::getId)
                        .filter(execution -> stillWaits(execution, message))
                        .forEach(execution -> runtime.messageEventReceived(
                                message.value(), execution, Map.copyOf(variables.encoded())));
            } catch (OptimisticLockingException concurrent) {
                throw new OptimisticLockingFailureException(
                        "Case " + caseId + " moved on while it was told " + message, concurrent);
            }
            return !waiting.isEmpty();
        });
    }

    private List<Execution> waitingFor(MessageName message, CaseId caseId) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId.toString())
                .messageEventSubscriptionName(message.value())
                .list();
    }

    /** Telling one process of the case may have ended another that waited for the same. */
    private boolean stillWaits(String execution, MessageName message) {
        return runtime.createEventSubscriptionQuery()
                        .executionId(execution)
                        .eventName(message.value())
                        .count()
                > 0;
    }

    @Override
    public Set<String> waitsAt(CaseId caseId) {
        return inActorsName.call(() -> {
            Set<String> elements = new HashSet<>();
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseId.toString())
                    .list()) {
                ActivityInstance tree = runtime.getActivityInstance(instance.getId());
                if (tree != null) {
                    collectLeaves(tree, elements);
                }
            }
            return Set.copyOf(elements);
        });
    }

    private static void collectLeaves(ActivityInstance node, Set<String> elements) {
        for (TransitionInstance transition : node.getChildTransitionInstances()) {
            elements.add(transition.getActivityId());
        }
        for (ActivityInstance child : node.getChildActivityInstances()) {
            boolean leaf =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            if (!leaf) {
                collectLeaves(child, elements);
            } else if (!ActivityTypes.CALL_ACTIVITY.equals(child.getActivityType())) {
                elements.add(child.getActivityId());
            }
        }
    }

    @Override
    public Variables variables(CaseId caseId) {
        return inActorsName.call(() -> root(caseId).map(this::variablesOf).orElseGet(Variables::none));
    }

    private Optional<String> root(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricProcessInstance::getId)
                .findFirst();
    }

    private Variables variablesOf(String instance) {
        Map<String, Object> values = new TreeMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .activityInstanceIdIn(instance)
                .disableCustomObjectDeserialization()
                .list()
                .forEach(variable -> {
                    if (variable.getValue() != null) {
                        values.put(variable.getName(), variable.getValue());
                    }
                });
        return Variables.ofEncoded(values);
    }
}
