package org.sekisho.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.sekisho.process.CaseId;
import org.sekisho.process.UserOperation;

/** Entries of the engine's log as the product speaks of operations: the log has an entry for each property that was changed. */
final class LoggedOperations {

    private LoggedOperations() {}

    static <E extends UserOperationLogEntry> List<UserOperation> of(
            List<E> entries, Function<E, Optional<CaseId>> caseOf) {
        Map<Key, List<E>> together = new LinkedHashMap<>();
        entries.forEach(entry -> together.computeIfAbsent(Key.of(entry), key -> new ArrayList<>())
                .add(entry));
        return together.entrySet().stream()
                .map(one -> {
                    E first = one.getValue().get(0);
                    return new UserOperation(
                            one.getKey().id(),
                            one.getKey().what(),
                            one.getKey().target(),
                            one.getValue().size(),
                            first.getTimestamp().toInstant(),
                            ActorsName.person(first.getUserId()),
                            caseOf.apply(first));
                })
                .toList();
    }

    private record Key(String id, String what, String target) {

        static Key of(UserOperationLogEntry entry) {
            return new Key(
                    entry.getOperationId(),
                    kebab(entry.getEntityType()) + "-" + kebab(entry.getOperationType()),
                    Stream.of(
                                    entry.getTaskId(),
                                    entry.getJobId(),
                                    entry.getProcessInstanceId(),
                                    entry.getDeploymentId())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(""));
        }

        private static String kebab(String name) {
            return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }
    }
}
