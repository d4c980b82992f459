package org.sekisho.workbench;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.time.Instant;

/**
 * The time left until a moment, as {@code 9:58}; it runs in the browser without asking the server. Screen readers are left
 * in peace while it runs: say the moment itself beside it.
 */
@Tag("sekisho-countdown")
@JsModule("./countdown.js")
public final class Countdown extends Span {

    private static final long serialVersionUID = 1L;

    /**
     * A countdown that is already running.
     *
     * @param now the server's time, so that a wrong clock in the browser does not matter
     */
    public Countdown(Instant now, Instant until) {
        Duration left = Duration.between(now, until);
        Duration shown = left.isNegative() ? Duration.ZERO : left;
        addClassName("countdown");
        getElement().setAttribute("role", "timer");
        getElement().setAttribute("seconds", Long.toString(shown.toSeconds()));
        setText(digits(shown));
    }

    /** Called once when the time is up, if the page is still open. */
    public Registration addElapsedListener(ComponentEventListener<Elapsed> listener) {
        return addListener(Elapsed.class, listener);
    }

    static String digits(Duration left) {
        return left.toHours() > 0
                ? "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /** The time is up. */
    @DomEvent("elapsed")
    public static final class Elapsed extends ComponentEvent<Countdown> {

        private static final long serialVersionUID = 1L;

        public Elapsed(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
