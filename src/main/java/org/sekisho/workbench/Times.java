package org.sekisho.workbench;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/**
 * Moments as the person at the screen reads them: in their language and the time zone of their browser, with the absolute
 * time and its zone on hover. To be called from a screen's own thread.
 */
@Component
public class Times {

    /** Where the organisation is, for a browser that did not tell its own zone. */
    private static final ZoneId ORGANISATION = ZoneId.of("Asia/Tokyo");

    private final Clock clock;
    private final Messages messages;

    Times(Clock clock, Messages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The moment as text, for use inside a sentence: {@code 24 Nov 2026, 12:30}; today only its time. */
    public String text(Instant moment) {
        ZonedDateTime local = local(moment);
        boolean today = local.toLocalDate().equals(local(clock.instant()).toLocalDate());
        return (today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT) : dateAndTime())
                .withLocale(Screens.language().locale())
                .format(local);
    }

    /** The moment as {@link #text} with the absolute time on hover. */
    public Span at(Instant moment) {
        return span(moment, text(moment));
    }

    /** How long ago it was: {@code 5 min ago}. */
    public Span ago(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        return span(
                moment,
                age.toMinutes() < 1 ? message("workbench.time.just-now") : message("workbench.time.ago", amount(age)));
    }

    /** When it is due: {@code in 2 h 10 min}, or {@code overdue by 40 min}. */
    public Span due(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        Span span = span(
                moment,
                left.isNegative()
                        ? message("workbench.time.overdue", amount(left.negated()))
                        : message("workbench.time.due", amount(left)));
        span.setClassName("overdue", left.isNegative());
        return span;
    }

    /**
     * When it is due in business time, of which a day has as many hours as the organisation is open: {@code in 12 h 10 min}.
     *
     * @param businessTime how much is left, or has passed
     * @param overdue whether the moment has passed
     */
    public Span due(Instant moment, Duration businessTime, boolean overdue) {
        Duration time = businessTime.abs();
        String amount = time.toHours() > 0
                ? message("workbench.time.hours", time.toHours(), time.toMinutesPart())
                : message("workbench.time.minutes", Math.max(1, time.toMinutes()));
        Span span = span(moment, message(overdue ? "workbench.time.overdue" : "workbench.time.due", amount));
        span.setClassName("overdue", overdue);
        return span;
    }

    private Span span(Instant moment, String text) {
        Span span = new Span(text);
        span.addClassName("moment");
        ZonedDateTime local = local(moment);
        Language language = Screens.language();
        span.getElement()
                .setAttribute(
                        "title",
                        dateAndTime().withLocale(language.locale()).format(local) + " "
                                + local.getZone().getDisplayName(TextStyle.SHORT, language.locale()));
        return span;
    }

    /** The moment to the second, with its day, for who must know exactly: {@code 24 Nov 2026, 12:30:05}. */
    public Span exactly(Instant moment) {
        return span(
                moment,
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(Screens.language().locale())
                        .format(local(moment)));
    }

    /** How long something took: {@code 2 h 10 min}; in seconds where it is less than a minute. */
    public String took(Duration duration) {
        return duration.toMinutes() < 1 ? message("workbench.time.seconds", duration.toSeconds()) : amount(duration);
    }

    private String amount(Duration duration) {
        if (duration.toDays() > 0) {
            return message("workbench.time.days", duration.toDays(), duration.toHoursPart());
        }
        return duration.toHours() > 0
                ? message("workbench.time.hours", duration.toHours(), duration.toMinutesPart())
                : message("workbench.time.minutes", Math.max(1, duration.toMinutes()));
    }

    private String message(String key, Object... arguments) {
        return messages.text(Screens.language(), key, arguments);
    }

    private static DateTimeFormatter dateAndTime() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(Screens.rememberedZone().orElse(ORGANISATION));
    }
}
