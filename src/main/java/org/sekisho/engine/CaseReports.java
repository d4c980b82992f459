package org.sekisho.engine;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.sekisho.process.BegunCase;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseListener;
import org.sekisho.process.EndedCase;
import org.sekisho.process.ProcessKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the listeners of the product how cases go, in the engine's own transaction. Models need not ask for it: every process is
 * listened to, those of earlier versions included.
 */
@Component
class CaseReports extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseListener> listeners;

    CaseReports(ObjectProvider<CaseListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        ExecutionListener begins = execution -> tell(execution, (listener, begun) -> listener.began(begun));
        ExecutionListener ends =
                execution -> tell(execution, (listener, begun) -> listener.ended(begun, end(execution)));
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, begins);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, ends);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            behaviour
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> reached((TaskEntity) task));
        }
    }

    private void tell(DelegateExecution execution, Telling telling) {
        ExecutionEntity instance = (ExecutionEntity) execution;
        if (instance.getSuperExecutionId() == null) {
            toldOf(instance, begun -> listeners.orderedStream().forEach(listener -> telling.tell(listener, begun)));
        }
    }

    private void reached(TaskEntity task) {
        ExecutionEntity root = root(task.getExecution());
        ProcessKey process = new ProcessKey(task.getProcessDefinition().getKey());
        String element = task.getTaskDefinitionKey();
        toldOf(root, begun -> listeners.orderedStream().forEach(listener -> listener.reached(begun, process, element)));
    }

    private void toldOf(ExecutionEntity root, Consumer<BegunCase> news) {
        List<CaseListener> told = listeners.orderedStream().toList();
        String key = root.getProcessBusinessKey();
        if (told.isEmpty() || key == null) {
            return;
        }
        ProcessDefinitionEntity model = root.getProcessDefinition();
        news.accept(new BegunCase(
                CaseId.parse(key),
                new ProcessKey(model.getKey()),
                model.getVersion(),
                Duties.person((String) root.getVariable(Duties.SUBJECT.name())),
                now()));
    }

    private static ExecutionEntity root(ExecutionEntity execution) {
        ExecutionEntity instance = execution.getProcessInstance();
        ExecutionEntity caller = instance.getSuperExecution();
        return caller == null ? instance : root(caller);
    }

    private static EndedCase end(DelegateExecution execution) {
        return new EndedCase(
                now(),
                ((ExecutionEntity) execution).isExternallyTerminated()
                                || ((ExecutionEntity) execution).getDeleteReason() != null
                        ? Optional.empty()
                        : Optional.ofNullable(execution.getCurrentActivityId()));
    }

    private static java.time.Instant now() {
        Date now = ClockUtil.getCurrentTime();
        return now.toInstant();
    }

    @FunctionalInterface
    private interface Telling {

        void tell(CaseListener listener, BegunCase begun);
    }
}
