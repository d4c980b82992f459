package org.sekisho.workbench;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in one word with its sign; colour only repeats what both say. */
public final class StatusBadge extends Span {

    private static final long serialVersionUID = 1L;

    /** What the state means for the reader. */
    public enum Kind {
        /** Nothing to do and nothing to worry about. */
        NEUTRAL(Glyph.INFO),
        GOOD(Glyph.CHECK),
        /** Somebody or something else is at work. */
        WAITING(Glyph.CLOCK),
        /** The reader should act. */
        ATTENTION(Glyph.ALERT),
        BAD(Glyph.CROSS);

        private final Glyph glyph;

        Kind(Glyph glyph) {
            this.glyph = glyph;
        }
    }

    public StatusBadge(Kind kind, String text) {
        addClassNames("status-badge", "status-" + kind.name().toLowerCase(Locale.ROOT));
        add(kind.glyph.component(), new Span(text));
    }
}
