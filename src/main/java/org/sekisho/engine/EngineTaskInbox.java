package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** User tasks, each seen only by whom it concerns. The number of queries does not depend on the number of tasks. */
@Component
class EngineTaskInbox implements TaskInbox {

    private final TaskService tasks;
    private final OfferedTasks offeredTasks;
    private final ActorsName inActorsName;

    EngineTaskInbox(TaskService tasks, OfferedTasks offeredTasks, ActorsName inActorsName) {
        this.tasks = tasks;
        this.offeredTasks = offeredTasks;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public List<CaseTask> own() {
        return inActorsName.callAs(actor -> actor.id()
                .map(person -> describe(
                        tasks.createTaskQuery()
                                .taskAssignee(person.toString())
                                .orderByTaskCreateTime()
                                .asc()
                                .initializeFormKeys()
                                .list(),
                        actor))
                .orElseGet(List::of));
    }

    @Override
    @Transactional
    public List<CaseTask> offered() {
        return inActorsName.callAs(actor -> offered(actor, query -> query));
    }

    @Override
    @Transactional
    public Optional<CaseTask> find(TaskId id) {
        return inActorsName.callAs(actor -> find(actor, id));
    }

    @Override
    @Transactional
    public List<CaseTask> ofCase(CaseId caseId) {
        return inActorsName.callAs(
                actor -> visible(actor, query -> query.processInstanceBusinessKey(caseId.toString())));
    }

    @Override
    @Transactional
    public Variables variables(TaskId id) {
        return inActorsName.callAs(actor -> {
            require(actor, id);
            return variables(actor, id);
        });
    }

    /** A task that ends while it is read makes the engine fail in several ways; to the caller it is just gone. */
    private Variables variables(Actor actor, TaskId id) {
        try {
            return Variables.ofEncoded(tasks.getVariables(id.value()));
        } catch (RuntimeException failed) {
            if (find(actor, id).isEmpty()) {
                throw new TaskUnavailable(id);
            }
            throw failed;
        }
    }

    @Override
    @Transactional
    public void claim(TaskId id) {
        inActorsName.callAs(actor -> {
            claim(actor, require(actor, id));
            return true;
        });
    }

    @Override
    @Transactional
    public void release(TaskId id) {
        inActorsName.callAs(actor -> {
            CaseTask task = require(actor, id);
            if (!holds(actor, task) || task.groups().isEmpty()) {
                throw new TaskUnavailable(id);
            }
            change(tasks, id, () -> tasks.setAssignee(id.value(), null));
            return true;
        });
    }

    @Override
    @Transactional
    public void complete(TaskId id, Variables outcome) {
        inActorsName.callAs(actor -> {
            claim(actor, require(actor, id));
            change(tasks, id, () -> tasks.complete(id.value(), Map.copyOf(outcome.encoded())));
            return true;
        });
    }

    private void claim(Actor actor, CaseTask task) {
        if (holds(actor, task)) {
            return;
        }
        String person =
                actor.id().orElseThrow(() -> new TaskUnavailable(task.id())).toString();
        change(tasks, task.id(), () -> tasks.claim(task.id().value(), person));
    }

    /** What the engine says when a task is gone or was taken a moment ago, in our words. */
    static void change(TaskService tasks, TaskId id, Runnable work) {
        try {
            work.run();
        } catch (TaskAlreadyClaimedException | OptimisticLockingException | NullValueException gone) {
            throw new TaskUnavailable(id);
        } catch (NullPointerException torn) {
            // the engine reads a task and then its execution, and does not expect that the case ends in between
            if (tasks.createTaskQuery().taskId(id.value()).count() > 0) {
                throw torn;
            }
            throw new TaskUnavailable(id);
        }
    }

    private static boolean holds(Actor actor, CaseTask task) {
        return task.assignee().filter(actor::is).isPresent();
    }

    CaseTask require(Actor actor, TaskId id) {
        return find(actor, id).orElseThrow(() -> new TaskUnavailable(id));
    }

    Optional<CaseTask> find(Actor actor, TaskId id) {
        return visible(actor, query -> query.taskId(id.value())).stream().findFirst();
    }

    private List<CaseTask> visible(Actor actor, UnaryOperator<TaskQuery> which) {
        Map<TaskId, CaseTask> found = new LinkedHashMap<>();
        actor.id().ifPresent(person -> describe(
                        which.apply(tasks.createTaskQuery().taskAssignee(person.toString()))
                                .orderByTaskCreateTime()
                                .asc()
                                .initializeFormKeys()
                                .list(),
                        actor)
                .forEach(task -> found.put(task.id(), task)));
        offered(actor, which).forEach(task -> found.putIfAbsent(task.id(), task));
        return List.copyOf(found.values());
    }

    private List<CaseTask> offered(Actor actor, UnaryOperator<TaskQuery> which) {
        if (actor.groups().isEmpty()) {
            return List.of();
        }
        List<Task> found = which.apply(ofGroups(actor.groups()))
                .orderByTaskPriority()
                .desc()
                .orderByTaskCreateTime()
                .asc()
                .initializeFormKeys()
                .list();
        return describe(found, actor);
    }

    private TaskQuery ofGroups(Set<String> groups) {
        return tasks.createTaskQuery().taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks();
    }

    /** The tasks as the actor may see them; a task of a group is left out where the actor must not work it. */
    private List<CaseTask> describe(List<Task> found, Actor actor) {
        if (found.isEmpty()) {
            return List.of();
        }
        String[] instances =
                found.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        Map<String, ProcessInstance> cases = offeredTasks.cases(instances);
        Map<String, Duties> duties = offeredTasks.duties(instances);
        Set<String> ofGroups = ofGroups(found);
        Map<String, Set<String>> groups = groups(ofGroups, actor);
        List<CaseTask> described = new ArrayList<>();
        for (Task task : found) {
            ProcessInstance instance = cases.get(task.getProcessInstanceId());
            // a case that ended between two of these queries has no tasks any more
            if (instance == null) {
                continue;
            }
            Duties duty = duties.getOrDefault(task.getProcessInstanceId(), Duties.NONE);
            Set<String> theirs = groups.getOrDefault(task.getId(), Set.of());
            if (ofGroups.contains(task.getId()) && (theirs.isEmpty() || duty.keepFrom(actor))) {
                continue;
            }
            described.add(new CaseTask(
                    new TaskId(task.getId()),
                    CaseId.parse(instance.getBusinessKey()),
                    new ProcessKey(instance.getProcessDefinitionKey()),
                    task.getTaskDefinitionKey(),
                    new FormKey(task.getFormKey()),
                    duty.subject(),
                    Optional.ofNullable(task.getAssignee()).map(UUID::fromString),
                    theirs,
                    task.getCreateTime().toInstant(),
                    Optional.ofNullable(task.getDueDate()).map(Date::toInstant),
                    task.getPriority()));
        }
        return List.copyOf(described);
    }

    /** Those among the tasks that some group is offered, whoever holds them. */
    private Set<String> ofGroups(List<Task> found) {
        return tasks.createTaskQuery().withCandidateGroups().includeAssignedTasks().taskIdIn(ids(found)).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }

    /** Which of the actor's groups may take which task: one query for each group, however many tasks there are. */
    private Map<String, Set<String>> groups(Set<String> found, Actor actor) {
        Map<String, Set<String>> groups = new HashMap<>();
        if (found.isEmpty()) {
            return groups;
        }
        String[] ids = found.toArray(String[]::new);
        for (String group : actor.groups()) {
            ofGroups(Set.of(group)).taskIdIn(ids).list().forEach(task -> groups.computeIfAbsent(
                            task.getId(), id -> new HashSet<>())
                    .add(group));
        }
        return groups;
    }

    private static String[] ids(List<Task> found) {
        return found.stream().map(Task::getId).toArray(String[]::new);
    }
}
