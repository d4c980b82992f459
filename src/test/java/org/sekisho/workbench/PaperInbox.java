package org.sekisho.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;

/** Tasks without an engine, by the rules of the port. Keeps what tasks were ended with. */
final class PaperInbox implements TaskInbox {

    private final Map<TaskId, CaseTask> waiting = new LinkedHashMap<>();
    private final Map<TaskId, Variables> ended = new LinkedHashMap<>();
    private final CurrentActor actor;

    PaperInbox(CurrentActor actor) {
        this.actor = actor;
    }

    void put(CaseTask task) {
        waiting.put(task.id(), task);
    }

    /** The task goes without anybody having ended it here. */
    void lose(TaskId id) {
        waiting.remove(id);
    }

    Optional<Variables> outcome(TaskId id) {
        return Optional.ofNullable(ended.get(id));
    }

    private boolean isMine(CaseTask task) {
        return task.assignee().filter(actor.actor()::is).isPresent();
    }

    private boolean isOffered(CaseTask task) {
        return task.groups().stream().anyMatch(actor.actor().groups()::contains)
                && task.subject().filter(actor.actor()::is).isEmpty();
    }

    @Override
    public List<CaseTask> own() {
        return waiting.values().stream().filter(this::isMine).toList();
    }

    @Override
    public List<CaseTask> offered() {
        return waiting.values().stream().filter(this::isOffered).toList();
    }

    @Override
    public Optional<CaseTask> find(TaskId id) {
        return Optional.ofNullable(waiting.get(id)).filter(task -> isMine(task) || isOffered(task));
    }

    @Override
    public List<CaseTask> ofCase(CaseId caseId) {
        return waiting.values().stream()
                .filter(task -> task.caseId().equals(caseId))
                .filter(task -> isMine(task) || isOffered(task))
                .toList();
    }

    @Override
    public Variables variables(TaskId id) {
        return Variables.none();
    }

    @Override
    public void claim(TaskId id) {
        CaseTask task = find(id).filter(
                        found -> isMine(found) || found.assignee().isEmpty())
                .orElseThrow(() -> new TaskUnavailable(id));
        put(heldBy(task, actor.actor().id()));
    }

    @Override
    public void release(TaskId id) {
        put(heldBy(find(id).filter(this::isMine).orElseThrow(() -> new TaskUnavailable(id)), Optional.empty()));
    }

    @Override
    public void complete(TaskId id, Variables outcome) {
        claim(id);
        waiting.remove(id);
        ended.put(id, outcome);
    }

    private static CaseTask heldBy(CaseTask task, Optional<UUID> assignee) {
        return new CaseTask(
                task.id(),
                task.caseId(),
                task.process(),
                task.element(),
                task.form(),
                task.subject(),
                assignee,
                task.groups(),
                task.createdAt(),
                task.dueAt(),
                task.priority());
    }
}
