package org.sekisho.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BusinessCalendarTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final BusinessCalendar calendar = new JollydayCalendar(defaults());

    @Test
    void an_hour_within_opening_hours_is_an_hour() {
        assertThat(calendar.plus(tokyo("2026-06-03", "10:00"), Duration.ofHours(1)))
                .isEqualTo(tokyo("2026-06-03", "11:00"));
    }

    @Test
    void no_business_time_after_a_moment_is_that_moment_even_when_closed() {
        Instant sunday = tokyo("2026-06-07", "03:00");
        assertThat(calendar.plus(sunday, Duration.ZERO)).isEqualTo(sunday);
        assertThat(calendar.between(sunday, sunday)).isZero();
    }

    @Test
    void business_time_may_end_at_closing_time() {
        assertThat(calendar.plus(tokyo("2026-06-03", "16:00"), Duration.ofHours(1)))
                .isEqualTo(tokyo("2026-06-03", "17:00"));
    }

    @Test
    void what_does_not_fit_today_goes_on_after_the_weekend() {
        assertThat(calendar.plus(tokyo("2026-06-05", "16:00"), Duration.ofHours(2)))
                .isEqualTo(tokyo("2026-06-08", "10:00"));
        assertThat(calendar.plus(tokyo("2026-06-06", "12:00"), Duration.ofMinutes(1)))
                .isEqualTo(tokyo("2026-06-08", "09:01"));
    }

    @Test
    void before_opening_the_day_begins_at_opening() {
        assertThat(calendar.plus(tokyo("2026-06-03", "05:00"), Duration.ofHours(8)))
                .isEqualTo(tokyo("2026-06-03", "17:00"));
    }

    @Test
    void golden_week_with_its_substitute_holiday_is_closed() {
        // 2026: Thursday 30 April, then 3 to 5 May are holidays and 6 May stands in for Sunday the 3rd
        assertThat(calendar.plus(tokyo("2026-05-01", "16:00"), Duration.ofHours(2)))
                .isEqualTo(tokyo("2026-05-07", "10:00"));
        assertThat(calendar.isOpen(tokyo("2026-04-29", "12:00"))).isFalse();
        assertThat(calendar.isOpen(tokyo("2026-04-30", "12:00"))).isTrue();
        assertThat(calendar.isOpen(tokyo("2026-05-06", "12:00"))).isFalse();
    }

    @Test
    void a_day_between_two_holidays_is_a_holiday() {
        // 21 September 2026 is Respect for the Aged Day, 23 September the autumnal equinox
        assertThat(calendar.isOpen(tokyo("2026-09-22", "12:00"))).isFalse();
        assertThat(calendar.isOpen(tokyo("2026-09-24", "12:00"))).isTrue();
    }

    @Test
    void the_holidays_of_japan_in_2027_are_those_of_the_gazette() {
        assertThat(LocalDate.of(2027, 1, 4)
                        .datesUntil(LocalDate.of(2027, 12, 29))
                        .filter(day -> day.getDayOfWeek().getValue() <= 5)
                        .filter(day -> !calendar.isOpen(tokyo(day.toString(), "12:00")))
                        .map(LocalDate::toString))
                .containsExactly(
                        "2027-01-11",
                        "2027-02-11",
                        "2027-02-23",
                        "2027-03-22",
                        "2027-04-29",
                        "2027-05-03",
                        "2027-05-04",
                        "2027-05-05",
                        "2027-07-19",
                        "2027-08-11",
                        "2027-09-20",
                        "2027-09-23",
                        "2027-10-11",
                        "2027-11-03",
                        "2027-11-23");
    }

    @Test
    void the_turn_of_the_year_is_closed() {
        assertThat(calendar.plus(tokyo("2026-12-28", "16:00"), Duration.ofHours(2)))
                .isEqualTo(tokyo("2027-01-04", "10:00"));
    }

    @Test
    void the_time_between_is_what_plus_has_added() {
        Instant from = tokyo("2026-04-28", "13:37");
        for (Duration time : new Duration[] {Duration.ofMinutes(1), Duration.ofHours(8), Duration.ofHours(100)}) {
            assertThat(calendar.between(from, calendar.plus(from, time))).isEqualTo(time);
        }
    }

    @Test
    void backwards_there_is_no_business_time() {
        assertThat(calendar.between(tokyo("2026-06-04", "10:00"), tokyo("2026-06-03", "10:00")))
                .isZero();
        assertThatThrownBy(() -> calendar.plus(tokyo("2026-06-04", "10:00"), Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_open_from_opening_until_just_before_closing() {
        assertThat(calendar.isOpen(tokyo("2026-06-03", "08:59:59"))).isFalse();
        assertThat(calendar.isOpen(tokyo("2026-06-03", "09:00"))).isTrue();
        assertThat(calendar.isOpen(tokyo("2026-06-03", "16:59:59"))).isTrue();
        assertThat(calendar.isOpen(tokyo("2026-06-03", "17:00"))).isFalse();
    }

    @Test
    void another_organisation_has_other_hours() {
        BusinessCalendar other = new JollydayCalendar(new CalendarProperties(
                ZoneId.of("Europe/Berlin"),
                Set.of(DayOfWeek.SATURDAY),
                LocalTime.of(10, 0),
                LocalTime.of(12, 0),
                "",
                "",
                ""));
        assertThat(other.isOpen(LocalDate.of(2027, 1, 2)
                        .atTime(11, 0)
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .toInstant()))
                .isTrue();
    }

    @Test
    void hours_that_never_open_are_refused() {
        assertThatThrownBy(() -> new CalendarProperties(
                        TOKYO, Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.NOON, "jp", "", ""))
                .hasMessageContaining("sekisho.calendar.closes");
        assertThatThrownBy(
                        () -> new CalendarProperties(TOKYO, Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, "jp", "", ""))
                .hasMessageContaining("sekisho.calendar.days");
    }

    private static CalendarProperties defaults() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("sekisho.calendar", CalendarProperties.class);
    }

    private static Instant tokyo(String date, String time) {
        return LocalDate.parse(date).atTime(LocalTime.parse(time)).atZone(TOKYO).toInstant();
    }
}
