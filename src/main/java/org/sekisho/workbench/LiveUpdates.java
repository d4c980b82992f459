package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks again, from time to time, for screens that change by themselves, and pushes what changed to the browser. Costs the
 * browser nothing, and does not count as activity of its person: an idle session still ends.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(tick -> {
        Thread thread = new Thread(tick, "live-updates");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs the refresh for as long as the component is on the page, under its session's lock and in its person's name. */
    public void refresh(Component component, Duration every, Runnable refresh) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            ScheduledFuture<?> running = ticks.scheduleWithFixedDelay(
                    () -> push(ui, component, refresh), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
            component.addDetachListener(detached -> {
                running.cancel(false);
                detached.unregisterListener();
            });
        });
    }

    private static void push(UI ui, Component component, Runnable refresh) {
        try {
            ui.access(() -> {
                if (component.isAttached()) {
                    refresh.run();
                }
            });
        } catch (UIDetachedException gone) {
            // the page was closed in this moment: nobody is left to tell
        }
    }

    @PreDestroy
    void stop() {
        ticks.shutdownNow();
    }
}
