package org.sekisho.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseTask;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.TaskDesk;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskUnavailable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sharing out in the engine's own words, each in the name of the actor, so that its log says who did what. */
@Component
class EngineTaskDesk implements TaskDesk {

    private static final int TASKS_AT_ONCE = 500;

    private final TaskService tasks;
    private final EngineTaskInbox inbox;
    private final OfferedTasks offeredTasks;
    private final ActorsName inActorsName;

    EngineTaskDesk(TaskService tasks, EngineTaskInbox inbox, OfferedTasks offeredTasks, ActorsName inActorsName) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.offeredTasks = offeredTasks;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public void assign(TaskId id, Actor to) {
        UUID person = to.id().orElseThrow(() -> new NotTheirs(id));
        onOffered(id, (actor, task) -> {
            if (inbox.find(to, id).isEmpty()) {
                throw new NotTheirs(id);
            }
            tasks.setAssignee(id.value(), person.toString());
        });
    }

    @Override
    @Transactional
    public void takeBack(TaskId id) {
        onOffered(id, (actor, task) -> tasks.setAssignee(id.value(), null));
    }

    @Override
    @Transactional
    public void prioritise(TaskId id, int priority) {
        onOffered(id, (actor, task) -> tasks.setPriority(id.value(), priority));
    }

    @Override
    @Transactional
    public void due(TaskId id, Optional<Instant> at) {
        onOffered(
                id,
                (actor, task) -> tasks.setDueDate(id.value(), at.map(Date::from).orElse(null)));
    }

    @Override
    @Transactional
    public void followUp(TaskId id, Optional<Instant> at) {
        onOffered(
                id,
                (actor, task) ->
                        tasks.setFollowUpDate(id.value(), at.map(Date::from).orElse(null)));
    }

    /** A task that is a person's by itself, and no group's, is nobody else's to share out. */
    private void onOffered(TaskId id, BiConsumer<Actor, CaseTask> work) {
        inActorsName.callAs(actor -> {
            CaseTask task = inbox.require(actor, id);
            if (task.groups().isEmpty()) {
                throw new TaskUnavailable(id);
            }
            EngineTaskInbox.change(tasks, id, () -> work.accept(actor, task));
            return true;
        });
    }

    @Override
    @Transactional
    public List<OfferedTask> takeBackFrom(Actor holder) {
        return inActorsName.call(
                () -> {
                    if (holder.id().isEmpty()) {
                        return List.of();
                    }
                    List<OfferedTask> left = offeredTasks
                            .describe(offered()
                                    .taskAssignee(holder.id().get().toString())
                                    .initializeFormKeys()
                                    .list())
                            .stream()
                            .filter(task -> task.groups().stream().noneMatch(holder.groups()::contains))
                            .toList();
                    left.forEach(task -> EngineTaskInbox.change(
                            tasks, task.id(), () -> tasks.setAssignee(task.id().value(), null)));
                    return left;
                });
    }

    @Override
    @Transactional
    public Set<TaskId> standing() {
        return inActorsName.call(() -> {
            Set<TaskId> all = new HashSet<>();
            List<Task> some;
            int from = 0;
            do {
                some = offered().orderByTaskId().asc().listPage(from, TASKS_AT_ONCE);
                some.forEach(task -> all.add(new TaskId(task.getId())));
                from += TASKS_AT_ONCE;
            } while (some.size() == TASKS_AT_ONCE);
            return all;
        });
    }

    @Override
    @Transactional
    public List<OfferedTask> describe(Collection<TaskId> ids) {
        return inActorsName.call(() -> {
            List<String> asked = ids.stream().map(TaskId::value).distinct().toList();
            List<OfferedTask> described = new ArrayList<>();
            for (int from = 0; from < asked.size(); from += TASKS_AT_ONCE) {
                List<String> some = asked.subList(from, Math.min(asked.size(), from + TASKS_AT_ONCE));
                described.addAll(offeredTasks.describe(offered()
                        .taskIdIn(some.toArray(String[]::new))
                        .initializeFormKeys()
                        .list()));
            }
            return List.copyOf(described);
        });
    }

    private TaskQuery offered() {
        return tasks.createTaskQuery().withCandidateGroups().includeAssignedTasks();
    }
}
