package org.sekisho.reconciliation;

import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.CaseId;
import org.sekisho.process.UserOperation;
import org.sekisho.process.UserOperationListener;
import org.springframework.stereotype.Component;

/** Writes each user operation of the engine into the trail, and reads it back from there. */
@Component
class ToldOperations implements UserOperationListener {

    static final String ACTION = "process.operation-done";

    private static final String OPERATION = "operation";
    private static final String TARGET = "target";
    private static final String ENTRIES = "entries";

    private final AuditTrail trail;

    ToldOperations(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void done(UserOperation operation) {
        trail.record(
                "process.operation-done",
                Optional.empty(),
                operation.caseId().map(CaseId::value),
                operation.what(),
                Map.of(
                        OPERATION,
                        operation.id(),
                        TARGET,
                        operation.target(),
                        ENTRIES,
                        Integer.toString(operation.entries())));
    }

    /** What an event tells of; it names nothing that is missing where somebody has put it there by hand. */
    static UserOperation read(AuditEvent event) {
        String entries = event.details().getOrDefault(ENTRIES, "");
        return new UserOperation(
                event.details().getOrDefault(OPERATION, ""),
                event.result(),
                event.details().getOrDefault(TARGET, ""),
                entries.matches("[0-9]{1,9}") ? Integer.parseInt(entries) : 0,
                event.at(),
                event.actor(),
                event.caseId().map(CaseId::new));
    }
}
