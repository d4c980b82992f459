package org.sekisho.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.sekisho.process.Barred;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.OfferedTaskListener;
import org.sekisho.process.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the listeners of the product what becomes of tasks that groups are offered, in the engine's own transaction. Models need
 * not ask for it: every user task of every process is listened to, those of cases in earlier versions included.
 */
@Component
class TaskReports extends AbstractBpmnParseListener {

    private static final Set<String> DUTIES = Set.of(Duties.SUBJECT.name(), Barred.VARIABLE.name());

    private final ObjectProvider<OfferedTaskListener> listeners;

    TaskReports(ObjectProvider<OfferedTaskListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            TaskListener stands = task -> stands((TaskEntity) task);
            // who holds a task is told as an update as well
            behaviour.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, stands);
            behaviour.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, stands);
            behaviour
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> hasGone((TaskEntity) task, true));
            behaviour
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, task -> hasGone((TaskEntity) task, false));
        }
    }

    private void stands(TaskEntity task) {
        Set<String> groups = OfferedTasks.groupsOf(task);
        if (groups.isEmpty()) {
            return;
        }
        List<OfferedTaskListener> told = listeners.orderedStream().toList();
        if (told.isEmpty()) {
            return;
        }
        task.initializeFormKey();
        Map<String, Object> variables = new HashMap<>();
        DUTIES.forEach(name -> {
            Object value = task.getVariable(name);
            if (value != null) {
                variables.put(name, value);
            }
        });
        ExecutionEntity execution = task.getExecution();
        OfferedTask offered = OfferedTasks.of(
                task,
                execution.getProcessBusinessKey(),
                task.getProcessDefinition().getKey(),
                Duties.of(variables),
                groups);
        told.forEach(listener -> listener.stands(offered));
    }

    private void hasGone(TaskEntity task, boolean completed) {
        if (OfferedTasks.groupsOf(task).isEmpty()) {
            return;
        }
        TaskId id = new TaskId(task.getId());
        listeners.orderedStream().forEach(listener -> listener.hasGone(id, completed));
    }
}
