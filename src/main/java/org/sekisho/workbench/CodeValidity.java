package org.sekisho.workbench;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Until when a code that was sent is good, with the time left; afterwards, what to do instead. */
public final class CodeValidity extends Paragraph {

    private static final long serialVersionUID = 1L;

    /**
     * A line that follows the time by itself.
     *
     * @param until says until when, translated
     * @param elapsed says what to do when the time is up, translated
     */
    public CodeValidity(String until, String elapsed, Instant now, Instant expiresAt) {
        addClassName("code-validity");
        Countdown left = new Countdown(now, expiresAt);
        left.addElapsedListener(over -> {
            removeAll();
            setText(elapsed);
        });
        add(new Span(until + " "), left);
    }
}
