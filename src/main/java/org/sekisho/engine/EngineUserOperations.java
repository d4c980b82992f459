package org.sekisho.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.history.UserOperationLogQuery;
import org.sekisho.process.CaseId;
import org.sekisho.process.UserOperation;
import org.sekisho.process.UserOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's log of user operations. It counts time in milliseconds, and leaves both ends of a question out. */
@Component
class EngineUserOperations implements UserOperations {

    private final HistoryService history;
    private final ActorsName inActorsName;

    EngineUserOperations(HistoryService history, ActorsName inActorsName) {
        this.history = history;
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public long entries(Instant from, Instant until) {
        return inActorsName.call(() -> query(from, until).count());
    }

    @Override
    @Transactional
    public List<UserOperation> between(Instant from, Instant until) {
        return inActorsName.call(() -> {
            List<UserOperationLogEntry> entries = query(from, until).orderByTimestamp().asc().list().stream()
                    .filter(entry -> !entry.getTimestamp().toInstant().isBefore(from))
                    .toList();
            return LoggedOperations.of(entries, entry -> Optional.empty());
        });
    }

    @Override
    @Transactional
    public List<UserOperation> of(String id) {
        return inActorsName.call(() -> {
            List<UserOperationLogEntry> entries = history.createUserOperationLogQuery()
                    .operationId(id)
                    .orderByTimestamp()
                    .asc()
                    .list();
            Map<String, CaseId> cases = cases(entries);
            return LoggedOperations.of(entries, entry -> Optional.ofNullable(entry.getProcessInstanceId())
                    .map(cases::get));
        });
    }

    private Map<String, CaseId> cases(List<UserOperationLogEntry> entries) {
        Set<String> instances = entries.stream()
                .map(UserOperationLogEntry::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, CaseId> cases = new HashMap<>();
        if (!instances.isEmpty()) {
            for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()) {
                cases.put(instance.getId(), CaseId.parse(instance.getBusinessKey()));
            }
        }
        return cases;
    }

    private UserOperationLogQuery query(Instant from, Instant until) {
        return history.createUserOperationLogQuery()
                .afterTimestamp(Date.from(from.minusMillis(1)))
                .beforeTimestamp(Date.from(until));
    }
}
