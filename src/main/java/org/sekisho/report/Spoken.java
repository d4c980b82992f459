package org.sekisho.report;

import java.time.Duration;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/** A length of time in the two units that matter. */
final class Spoken {

    private Spoken() {}

    static String of(Duration time, Messages messages, Language language) {
        if (time.toDays() > 0) {
            return messages.text(language, "workbench.time.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return messages.text(language, "workbench.time.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? messages.text(language, "workbench.time.minutes", time.toMinutes())
                : messages.text(language, "workbench.time.seconds", time.toSeconds());
    }
}
