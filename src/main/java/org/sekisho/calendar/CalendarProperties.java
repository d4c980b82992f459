package org.sekisho.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the organisation works.
 *
 * @param zone the time zone of the opening hours
 * @param days the days of the week on which it opens
 * @param opens when it opens
 * @param closes when it closes, later on the same day
 * @param holidays the country whose public holidays are kept, as ISO 3166 code in small letters; empty for none
 * @param yearEndFrom the first day closed at the turn of the year, as {@code MM-dd}; empty where it stays open
 * @param yearEndUntil the last day closed at the turn of the year, as {@code MM-dd}
 */
@ConfigurationProperties("sekisho.calendar")
record CalendarProperties(
        @DefaultValue("Asia/Tokyo") ZoneId zone,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> days,

        @DefaultValue("09:00") LocalTime opens,
        @DefaultValue("17:00") LocalTime closes,
        @DefaultValue("jp") String holidays,
        // the closing days of government offices by the Act on Holidays of Administrative Organs (1988)
        @DefaultValue("12-29") String yearEndFrom,
        @DefaultValue("01-03") String yearEndUntil) {

    CalendarProperties {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("sekisho.calendar.days must name at least one day");
        }
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("sekisho.calendar.closes must be after sekisho.calendar.opens");
        }
    }
}
