package org.sekisho.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/** The words of a calendar from which a day is chosen; the platform's own are English alone. */
public final class Calendars {

    private static final int DAYS = DayOfWeek.values().length;

    private Calendars() {}

    /** For a calendar on a screen of the person at hand. */
    public static DatePickerI18n words(Component on) {
        return words(on::getTranslation, Screens.language());
    }

    static DatePickerI18n words(Messages messages, Language language) {
        return words(key -> messages.text(language, key), language);
    }

    private static DatePickerI18n words(UnaryOperator<String> text, Language language) {
        Locale locale = language.locale();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(fromSunday(day -> day.getDisplayName(TextStyle.FULL, locale)))
                .setWeekdaysShort(fromSunday(day -> day.getDisplayName(TextStyle.SHORT, locale)))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS)
                .setToday(text.apply("workbench.calendar.today"))
                .setCancel(text.apply("workbench.calendar.cancel"));
    }

    private static List<String> fromSunday(Function<DayOfWeek, String> name) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DAYS)
                .map(name)
                .toList();
    }
}
