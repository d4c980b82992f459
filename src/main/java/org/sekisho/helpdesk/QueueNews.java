package org.sekisho.helpdesk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sekisho.workbench.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open screens of this node that the list has changed; those of other nodes look again by themselves. */
@Component
public class QueueNews implements LiveUpdates.News {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    QueueNews() {}

    @Override
    public Runnable listen(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    /** Something has changed, once the transaction at hand has committed. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell();
            return;
        }
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell();
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(QueueNews.this);
            }
        });
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
