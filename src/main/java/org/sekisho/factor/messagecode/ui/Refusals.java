package org.sekisho.factor.messagecode.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.sekisho.factor.messagecode.SendRefusal;
import org.sekisho.workbench.Times;

/** Says why no message goes out, and what to do instead. */
final class Refusals {

    private static final String TEXT = "factor.messagecode.refusal.";

    private Refusals() {}

    static String text(Component at, SendRefusal refusal, Times times) {
        String why = at.getTranslation(TEXT + kebab(refusal.reason()));
        return refusal.until()
                .map(until -> why + " " + at.getTranslation(TEXT + "until", times.text(until)))
                .orElse(why);
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
