package org.sekisho.workbench;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** The product's own small pictures, drawn on a grid of 24; each stands beside a word, never alone. */
public enum Glyph {
    ALERT("<path d='M12 3.5 21.5 20h-19z'/><path d='M12 10v4.5M12 17v.4'/>"),
    APPROVAL("<path d='M5 20h14M7 16.5h10v-3h-3.2c.3-2.4 1.2-3.4 1.2-5.5a3 3 0 0 0-6 0c0 2.1.9 3.1 1.2 5.5H7z'/>"),
    AUDIT("<circle cx='10.5' cy='10.5' r='6'/><path d='m15 15 5.5 5.5M8 10.5h5'/>"),
    CHART("<path d='M4 20h16M7 16.5v-5M12 16.5v-10M17 16.5v-7'/>"),
    CHECK("<path d='m4.5 12.5 5 5 10-11'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7v5.2l3.5 2'/>"),
    CROSS("<path d='m6 6 12 12M18 6 6 18'/>"),
    DARK("<path d='M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z'/>"),
    HELPDESK(
            "<path d='M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13.5h3v5h-3zM16.5 13.5h3v5h-3zM18 18.5c0 1.5-2 2.5-5 2.5'/>"),
    HOME("<path d='m3.5 11 8.5-7 8.5 7M6 9.5V20h12V9.5M10 20v-5.5h4V20'/>"),
    INBOX("<path d='M4 5h16v14H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.5v.4'/>"),
    KEY("<circle cx='8' cy='15.5' r='4'/><path d='m11 12.5 8-8M16 7.5l2.5 2.5M13.5 10l1.5 1.5'/>"),
    LANGUAGE("<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17z'/>"),
    LIGHT(
            "<circle cx='12' cy='12' r='4'/><path d='M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4'/>"),
    LIST("<path d='M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.4M4 12h.4M4 18h.4'/>"),
    MAIL("<path d='M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5'/>"),
    PERSON("<circle cx='12' cy='8' r='4'/><path d='M4.5 20.5c.5-4.5 3.5-6.5 7.5-6.5s7 2 7.5 6.5'/>"),
    SERVICES("<path d='M4 4.5h6.5V11H4zM13.5 4.5H20V11h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z'/>"),
    SETTINGS("<path d='M4 7h9M17 7h3M4 17h3M11 17h9'/><circle cx='15' cy='7' r='2'/><circle cx='9' cy='17' r='2'/>"),
    SHIELD("<path d='M12 3.5 19.5 6v6c0 4.5-3 7-7.5 8.5C7.5 19 4.5 16.5 4.5 12V6z'/><path d='m8.5 12 2.5 2.5 4.5-5'/>"),
    SIGN_OUT("<path d='M14 4.5H5v15h9M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5'/>"),
    SKIP("<path d='M6 12h12'/>"),
    STEP("<circle cx='12' cy='12' r='4.5'/>"),
    SYSTEM("<circle cx='12' cy='12' r='8.5'/><path d='M12 3.5v17M12 6.5l5.5 3M12 12h8M12 17.5l5.5-3'/>");

    private final String paths;

    Glyph(String paths) {
        this.paths = paths;
    }

    /** The glyph that {@code @Menu(icon = …)} names, in kebab case. */
    static Optional<Glyph> find(String name) {
        for (Glyph glyph : values()) {
            if (glyph.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(glyph);
            }
        }
        return Optional.empty();
    }

    /** The picture, in the colour and about the size of the text around it, hidden from screen readers. */
    public Span component() {
        Span span = new Span();
        span.addClassName("glyph");
        span.getElement().setAttribute("aria-hidden", "true");
        span.getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox='0 0 24 24' width='1em' height='1em' fill='none' stroke='currentColor'"
                                + " stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'>" + paths
                                + "</svg>");
        return span;
    }
}
