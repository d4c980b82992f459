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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks again, from time to time, for screens that change by themselves, and pushes what changed to the browser. Costs the
 * browser nothing, and does not count as activity of its person: an idle session still ends.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {

    private static final Duration TOGETHER = Duration.ofMillis(100);

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

    /** As {@link #refresh(Component, Duration, Runnable)}, and at once when there is news; news that come close together count once. */
    public void refresh(Component component, Duration every, News news, Runnable refresh) {
        refresh(component, every, refresh);
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            AtomicBoolean expected = new AtomicBoolean();
            Runnable end = news.listen(() -> {
                if (expected.compareAndSet(false, true)) {
                    ticks.schedule(
                            () -> {
                                expected.set(false);
                                push(ui, component, refresh);
                            },
                            TOGETHER.toMillis(),
                            TimeUnit.MILLISECONDS);
                }
            });
            component.addDetachListener(detached -> {
                end.run();
                detached.unregisterListener();
            });
        });
    }

    /** Something that can change while screens show it. */
    @FunctionalInterface
    public interface News {

        /** Has the listener told of every change from now on, on the thread that made it; running what is returned ends that. */
        Runnable listen(Runnable told);
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
