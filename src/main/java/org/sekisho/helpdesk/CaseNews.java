package org.sekisho.helpdesk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sekisho.process.CaseId;
import org.sekisho.workbench.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages of a case on this node that something of it has changed; those of other nodes look again by themselves. */
@Component
public class CaseNews {

    private final Map<CaseId, List<Runnable>> listeners = new ConcurrentHashMap<>();

    CaseNews() {}

    /** The news of one case. */
    public LiveUpdates.News of(CaseId caseId) {
        return told -> {
            listeners.compute(caseId, (id, others) -> {
                List<Runnable> all = others == null ? new CopyOnWriteArrayList<>() : others;
                all.add(told);
                return all;
            });
            return () -> listeners.computeIfPresent(caseId, (id, all) -> {
                all.remove(told);
                return all.isEmpty() ? null : all;
            });
        };
    }

    /** Something has changed, once the transaction at hand has committed. */
    void changed(CaseId caseId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(caseId);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(caseId);
            }
        });
    }

    private void tell(CaseId caseId) {
        listeners.getOrDefault(caseId, List.of()).forEach(Runnable::run);
    }
}
