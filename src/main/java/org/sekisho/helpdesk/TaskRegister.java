package org.sekisho.helpdesk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.OfferedTaskListener;
import org.sekisho.process.TaskDesk;
import org.sekisho.process.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the list and the trail in step with the engine, whichever screen or step changes a task: in the engine's own transaction,
 * and once more when a node starts, for what an earlier release has left.
 */
@Component
class TaskRegister implements OfferedTaskListener {

    private static final Logger log = LoggerFactory.getLogger(TaskRegister.class);

    private final JdbcTasks tasks;
    private final JdbcCases cases;
    private final WorkLog work;
    private final AuditTrail trail;
    private final QueueNews news;
    private final CaseNews caseNews;
    private final ObjectProvider<CurrentActor> currentActor;
    private final ObjectProvider<TaskDesk> desk;

    TaskRegister(
            JdbcTasks tasks,
            JdbcCases cases,
            WorkLog work,
            AuditTrail trail,
            QueueNews news,
            CaseNews caseNews,
            ObjectProvider<CurrentActor> currentActor,
            ObjectProvider<TaskDesk> desk) {
        this.tasks = tasks;
        this.cases = cases;
        this.work = work;
        this.trail = trail;
        this.news = news;
        this.caseNews = caseNews;
        this.currentActor = currentActor;
        this.desk = desk;
    }

    @Override
    public void stands(OfferedTask task) {
        Optional<QueuedTask> before = tasks.find(task.id());
        if (before.isEmpty()) {
            tasks.add(task);
        } else {
            tasks.change(task);
            record(before.get(), task);
        }
        cases.offered(task);
        work.stands(task);
        news.changed();
        caseNews.changed(task.caseId());
    }

    @Override
    public void hasGone(TaskId id, boolean completed) {
        tasks.find(id).map(QueuedTask::caseId).ifPresent(caseNews::changed);
        tasks.remove(id);
        work.hasGone(id, completed);
        news.changed();
    }

    private void record(QueuedTask before, OfferedTask now) {
        Optional<UUID> held = before.assignee().map(AccountId::value);
        if (!held.equals(now.assignee())) {
            Map<String, String> people = new LinkedHashMap<>();
            held.ifPresent(person -> people.put("from", person.toString()));
            now.assignee().ifPresent(person -> people.put("to", person.toString()));
            record(now, "task-shared-out", sharing(now.assignee()), people);
        }
        if (before.priority() != now.priority()) {
            record(now, "task-prioritised", "changed", Map.of("priority", Integer.toString(now.priority())));
        }
        if (!before.dueAt().equals(now.dueAt())) {
            record(now, "task-due-changed", now.dueAt().isPresent() ? "changed" : "removed", Map.of());
        }
        if (!before.followUpAt().equals(now.followUpAt())) {
            record(now, "task-follow-up-changed", now.followUpAt().isPresent() ? "changed" : "removed", Map.of());
        }
    }

    private String sharing(Optional<UUID> now) {
        Optional<UUID> actor = Optional.ofNullable(currentActor.getIfAvailable())
                .flatMap(current -> current.actor().id());
        if (now.isEmpty()) {
            return "released";
        }
        return now.equals(actor) ? "taken" : "assigned";
    }

    private void record(OfferedTask task, String what, String result, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>(details);
        all.put("task", task.element());
        trail.record(
                "helpdesk." + what, task.subject(), Optional.of(task.caseId().value()), result, all);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void reconcile() {
        TaskDesk engine = desk.getObject();
        Set<TaskId> gone = new HashSet<>(tasks.known());
        Set<TaskId> unknown = new HashSet<>(engine.standing());
        Set<TaskId> standing = Set.copyOf(unknown);
        unknown.removeAll(gone);
        gone.removeAll(standing);
        // what another node has just begun or ended is asked for once more
        List<OfferedTask> after = engine.describe(unknown);
        after.stream().filter(task -> tasks.find(task.id()).isEmpty()).forEach(task -> {
            tasks.add(task);
            cases.offered(task);
            work.stands(task);
        });
        engine.describe(gone).forEach(task -> gone.remove(task.id()));
        gone.forEach(id -> {
            tasks.remove(id);
            work.hasGone(id, false);
        });
        if (!after.isEmpty() || !gone.isEmpty()) {
            log.info("The list of tasks has taken in {} and let go {}", after.size(), gone.size());
        }
    }
}
