package org.sekisho.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.CaseId;
import org.sekisho.process.UserOperation;
import org.sekisho.process.UserOperationListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the listeners of the product of each user operation when the engine logs it, and in the same transaction. */
@Component
class UserOperationReports {

    private final ObjectProvider<UserOperationListener> listeners;

    UserOperationReports(ObjectProvider<UserOperationListener> listeners) {
        this.listeners = listeners;
    }

    /** What the engine is given once; a bean of that type it would find by itself and ask twice. */
    HistoryEventHandler handler() {
        return new HistoryEventHandler() {
            @Override
            public void handleEvent(HistoryEvent event) {
                tell(List.of(event));
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                tell(events);
            }
        };
    }

    private void tell(List<HistoryEvent> events) {
        List<UserOperationLogEntryEventEntity> entries = events.stream()
                .filter(UserOperationLogEntryEventEntity.class::isInstance)
                .map(UserOperationLogEntryEventEntity.class::cast)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        List<UserOperationListener> told = listeners.orderedStream().toList();
        for (UserOperation operation : LoggedOperations.of(entries, entry -> caseOf(entry.getProcessInstanceId()))) {
            told.forEach(listener -> listener.done(operation));
        }
    }

    /** The case of a process that runs, or has ended by what is being done. */
    private static Optional<CaseId> caseOf(@Nullable String instance) {
        CommandContext command = Context.getCommandContext();
        if (instance == null || command == null) {
            return Optional.empty();
        }
        ExecutionEntity running = command.getExecutionManager().findExecutionById(instance);
        String key = running == null ? null : running.getProcessBusinessKey();
        if (key == null) {
            HistoricProcessInstanceEventEntity past =
                    command.getDbEntityManager().getCachedEntity(HistoricProcessInstanceEventEntity.class, instance);
            key = past == null ? null : past.getBusinessKey();
        }
        return Optional.ofNullable(key).map(CaseId::parse);
    }
}
