package org.sekisho.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Optional;
import org.sekisho.process.TaskUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** What happens when an action on a screen fails: a task that is gone says so in its place, everything else above the page. */
final class Mishaps implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void error(ErrorEvent event) {
        if (DisconnectedClientHelper.isClientDisconnectedException(event.getThrowable())) {
            log.debug("a browser had gone before it was answered", event.getThrowable());
            return;
        }
        UI ui = UI.getCurrent();
        if (ui == null) {
            log.error("a screen failed", event.getThrowable());
            return;
        }
        if (isTaskUnavailable(event.getThrowable())) {
            // not by the name of the view: what is named here is loaded with every page, and with it whatever a task
            // can show
            Optional<TaskNavigation> task = ui.getActiveRouterTargetsChain().stream()
                    .filter(TaskNavigation.class::isInstance)
                    .map(TaskNavigation.class::cast)
                    .findFirst();
            if (task.isPresent()) {
                task.get().stale();
            } else {
                MainLayout.alert(ui.getTranslation("workbench.task.gone.lead"));
            }
            return;
        }
        Optional<Explained> explained = explained(event.getThrowable());
        if (explained.isPresent()) {
            MainLayout.alert(ui.getTranslation(explained.get().explanation()));
            return;
        }
        log.error("a screen failed", event.getThrowable());
        MainLayout.alert(ui.getTranslation("workbench.error.action"));
    }

    private static Optional<Explained> explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Explained told) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    private static boolean isTaskUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaskUnavailable) {
                return true;
            }
        }
        return false;
    }
}
