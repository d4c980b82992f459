package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.sekisho.workbench.Countdown;

/** The button for another message, with the wait before it. */
final class Resend extends Div {

    private static final long serialVersionUID = 1L;

    Resend(String label, Instant now, Instant from, Runnable again) {
        addClassName("resend");
        Button button = new Button(label);
        button.setDisableOnClick(true);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClickListener(click -> {
            try {
                again.run();
            } finally {
                button.setEnabled(true);
            }
        });
        add(button);
        if (now.isBefore(from)) {
            Countdown left = new Countdown(now, from);
            Div waiting = new Div(new Span(getTranslation("factor.messagecode.sent.again-in") + " "), left);
            button.setEnabled(false);
            add(waiting);
            left.addElapsedListener(elapsed -> {
                remove(waiting);
                button.setEnabled(true);
            });
        }
    }
}
