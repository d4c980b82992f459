package org.sekisho.engine;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.sekisho.process.CasePath;

/** What was entered of a model, in words and as flows: the history knows elements, and not the flows between them. */
final class WayThroughModel {

    private static final Map<String, CasePath.Kind> KINDS = Map.of(
            ActivityTypes.TASK_USER_TASK, CasePath.Kind.TASK,
            ActivityTypes.TASK_RECEIVE_TASK, CasePath.Kind.WAIT,
            ActivityTypes.INTERMEDIATE_EVENT_TIMER, CasePath.Kind.WAIT,
            ActivityTypes.INTERMEDIATE_EVENT_MESSAGE, CasePath.Kind.WAIT,
            ActivityTypes.INTERMEDIATE_EVENT_SIGNAL, CasePath.Kind.WAIT,
            ActivityTypes.INTERMEDIATE_EVENT_CONDITIONAL, CasePath.Kind.WAIT,
            ActivityTypes.GATEWAY_EVENT_BASED, CasePath.Kind.WAIT,
            ActivityTypes.CALL_ACTIVITY, CasePath.Kind.CALL,
            ActivityTypes.SUB_PROCESS, CasePath.Kind.PART);

    private final BpmnModelInstance model;
    private final List<HistoricActivityInstance> entered;
    private final Set<String> open;

    /** @param entered in the order of occurrence */
    WayThroughModel(BpmnModelInstance model, List<HistoricActivityInstance> entered) {
        this.model = model;
        this.entered = entered.stream()
                .filter(element -> !ActivityTypes.MULTI_INSTANCE_BODY.equals(element.getActivityType()))
                .toList();
        this.open = entered.stream()
                .filter(element -> element.getEndTime() == null)
                .map(HistoricActivityInstance::getParentActivityInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    List<CasePath.Step> steps() {
        return entered.stream()
                .map(element -> new CasePath.Step(
                        element.getActivityId(),
                        label(element.getActivityId()),
                        element.getStartTime().toInstant(),
                        Optional.ofNullable(element.getEndTime()).map(Date::toInstant),
                        element.isCanceled(),
                        open.contains(element.getId()),
                        Optional.ofNullable(element.getCalledProcessInstanceId()),
                        KINDS.getOrDefault(element.getActivityType(), CasePath.Kind.MACHINE),
                        Duties.person(element.getAssignee())))
                .toList();
    }

    private String label(String id) {
        return model.getModelElementById(id) instanceof FlowElement element
                        && element.getName() != null
                        && !element.getName().isBlank()
                ? element.getName().strip()
                : id;
    }

    /**
     * The flows that were taken: of an element with several, those to where it went on first. Only where ways part to be gone at
     * the same time are all of them taken.
     */
    Set<String> flows() {
        Map<String, List<SequenceFlow>> bySource = model.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(flow -> flow.getSource().getId()));
        Set<String> taken = new HashSet<>();
        for (int place = 0; place < entered.size(); place++) {
            HistoricActivityInstance from = entered.get(place);
            if (from.getEndTime() != null && !from.isCanceled()) {
                List<SequenceFlow> flows = bySource.getOrDefault(from.getActivityId(), List.of());
                follow(flows, entered.subList(place + 1, entered.size()), taken);
            }
        }
        return taken;
    }

    private void follow(List<SequenceFlow> flows, List<HistoricActivityInstance> later, Set<String> taken) {
        Set<String> wanted =
                flows.stream().map(flow -> flow.getTarget().getId()).collect(Collectors.toSet());
        List<String> after = later.stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(wanted::contains)
                .toList();
        flows.stream()
                .filter(flow -> flow.getSource() instanceof ParallelGateway
                        ? after.contains(flow.getTarget().getId())
                        : !after.isEmpty()
                                && after.get(0).equals(flow.getTarget().getId()))
                .map(SequenceFlow::getId)
                .forEach(taken::add);
    }
}
