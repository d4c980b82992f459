package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.springframework.stereotype.Component;

/** Reads the engine's tasks as the product speaks of those that groups are offered. */
@Component
class OfferedTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    OfferedTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    static Set<String> groupsOf(TaskEntity task) {
        return groups(task.getCandidates().stream());
    }

    static OfferedTask of(Task task, String caseId, String process, Duties duties, Set<String> groups) {
        return new OfferedTask(
                new TaskId(task.getId()),
                CaseId.parse(caseId),
                new ProcessKey(process),
                task.getTaskDefinitionKey(),
                new FormKey(task.getFormKey()),
                duties.subject(),
                duties.barred(),
                groups,
                Optional.ofNullable(task.getAssignee()).map(UUID::fromString),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
                Optional.ofNullable(task.getFollowUpDate()).map(Date::toInstant),
                task.getPriority());
    }

    /** The tasks with all that their processes say, found with form keys. Asks for the groups of each: for seldom use. */
    List<OfferedTask> describe(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        String[] instances =
                found.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        Map<String, ProcessInstance> cases = cases(instances);
        Map<String, Duties> duties = duties(instances);
        List<OfferedTask> described = new ArrayList<>();
        for (Task task : found) {
            ProcessInstance instance = cases.get(task.getProcessInstanceId());
            Set<String> groups = groups(tasks.getIdentityLinksForTask(task.getId()).stream());
            // a case that ended between two of these queries has no tasks any more
            if (instance != null && !groups.isEmpty()) {
                described.add(of(
                        task,
                        instance.getBusinessKey(),
                        instance.getProcessDefinitionKey(),
                        duties.getOrDefault(task.getProcessInstanceId(), Duties.NONE),
                        groups));
            }
        }
        return List.copyOf(described);
    }

    Map<String, ProcessInstance> cases(String... instances) {
        Map<String, ProcessInstance> cases = new HashMap<>();
        runtime.createProcessInstanceQuery()
                .processInstanceIds(Set.of(instances))
                .list()
                .forEach(instance -> cases.put(instance.getId(), instance));
        return cases;
    }

    Map<String, Duties> duties(String... instances) {
        Map<String, Duties> duties = new HashMap<>();
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableNameIn(Duties.SUBJECT.name(), Barred.VARIABLE.name())
                .list()
                .forEach(variable -> {
                    if (variable.getValue() != null) {
                        duties.merge(
                                variable.getProcessInstanceId(),
                                Duties.of(Map.of(variable.getName(), variable.getValue())),
                                Duties::and);
                    }
                });
        return duties;
    }

    private static Set<String> groups(Stream<? extends IdentityLink> links) {
        return links.filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
