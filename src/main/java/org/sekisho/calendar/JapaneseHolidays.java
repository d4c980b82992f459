package org.sekisho.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/**
 * What Jollyday's calendar of Japan lacks, by the Act on National Holidays (1948) as it has stood since 2020: the two equinoxes,
 * the Emperor's birthday of the Reiwa era, the day that stands in for a holiday on a Sunday (Art. 3 (2)), and the day between two
 * holidays (Art. 3 (3)).
 */
final class JapaneseHolidays {

    private JapaneseHolidays() {}

    /** The holidays of a year from 2020 to 2099, given those that Jollyday knows. */
    static Set<LocalDate> complete(int year, Set<LocalDate> known) {
        Set<LocalDate> holidays = new HashSet<>(known);
        holidays.remove(LocalDate.of(year, Month.DECEMBER, 23));
        holidays.add(LocalDate.of(year, Month.FEBRUARY, 23));
        holidays.add(LocalDate.of(year, Month.MARCH, equinox(year, 20.8431)));
        holidays.add(LocalDate.of(year, Month.SEPTEMBER, equinox(year, 23.2488)));
        Set<LocalDate> named = Set.copyOf(holidays);
        for (LocalDate holiday : named) {
            if (holiday.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate next = holiday.plusDays(1);
                while (named.contains(next)) {
                    next = next.plusDays(1);
                }
                holidays.add(next);
            }
            LocalDate between = holiday.plusDays(1);
            if (named.contains(holiday.plusDays(2)) && !named.contains(between)) {
                holidays.add(between);
            }
        }
        return Set.copyOf(holidays);
    }

    /**
     * The day of the month of an equinox in Japan from 1980 to 2099: the mean moment in 1980 with the drift of the tropical year
     * (0.242194 days) less the leap days since. The binding dates are gazetted a year ahead and have always agreed.
     */
    private static int equinox(int year, double dayIn1980) {
        int years = year - 1980;
        return (int) (dayIn1980 + 0.242194 * years) - years / 4;
    }
}
