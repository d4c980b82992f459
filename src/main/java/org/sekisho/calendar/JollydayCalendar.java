package org.sekisho.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opening hours as configured, closed on the public holidays that Jollyday knows and at the turn of the year. */
@Component
class JollydayCalendar implements BusinessCalendar {

    private static final String JAPAN = "jp";

    private final CalendarProperties properties;
    private final Optional<HolidayManager> holidayManager;
    private final Optional<MonthDay> yearEndFrom;
    private final MonthDay yearEndUntil;
    private final Map<Integer, Set<LocalDate>> holidaysByYear = new ConcurrentHashMap<>();

    JollydayCalendar(CalendarProperties properties) {
        this.properties = properties;
        this.holidayManager = properties.holidays().isBlank()
                ? Optional.empty()
                : Optional.of(HolidayManager.getInstance(ManagerParameters.create(properties.holidays())));
        this.yearEndFrom = properties.yearEndFrom().isBlank()
                ? Optional.empty()
                : Optional.of(MonthDay.parse("--" + properties.yearEndFrom()));
        this.yearEndUntil =
                yearEndFrom.isPresent() ? MonthDay.parse("--" + properties.yearEndUntil()) : MonthDay.of(1, 1);
    }

    @Override
    public LocalTime opens() {
        return properties.opens();
    }

    @Override
    public LocalTime closes() {
        return properties.closes();
    }

    @Override
    public Instant plus(Instant from, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("business time only goes forward");
        }
        Duration left = businessTime;
        Instant at = from;
        LocalDate day = from.atZone(properties.zone()).toLocalDate();
        while (left.compareTo(Duration.ZERO) > 0) {
            if (isBusinessDay(day)) {
                Instant start = later(at, opening(day));
                Instant end = closing(day);
                if (start.isBefore(end)) {
                    Duration today = Duration.between(start, end);
                    if (today.compareTo(left) >= 0) {
                        return start.plus(left);
                    }
                    left = left.minus(today);
                }
            }
            day = day.plusDays(1);
            at = opening(day);
        }
        return from;
    }

    @Override
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(properties.zone()).toLocalDate();
        for (LocalDate day = from.atZone(properties.zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                Instant start = later(from, opening(day));
                Instant end = to.isBefore(closing(day)) ? to : closing(day);
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    @Override
    public boolean isOpen(Instant at) {
        ZonedDateTime there = at.atZone(properties.zone());
        return isBusinessDay(there.toLocalDate())
                && !there.toLocalTime().isBefore(properties.opens())
                && there.toLocalTime().isBefore(properties.closes());
    }

    @Override
    public Instant endOfDay(Instant at) {
        return at.atZone(properties.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(properties.zone())
                .toInstant();
    }

    @Override
    public ZoneId zone() {
        return properties.zone();
    }

    private boolean isBusinessDay(LocalDate day) {
        return properties.days().contains(day.getDayOfWeek())
                && !isYearEnd(day)
                && !holidaysByYear
                        .computeIfAbsent(day.getYear(), this::holidaysOf)
                        .contains(day);
    }

    private boolean isYearEnd(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return yearEndFrom
                .map(first -> first.isAfter(yearEndUntil)
                        ? !date.isBefore(first) || !date.isAfter(yearEndUntil)
                        : !date.isBefore(first) && !date.isAfter(yearEndUntil))
                .orElse(false);
    }

    private Set<LocalDate> holidaysOf(int year) {
        Set<LocalDate> known = knownHolidaysOf(year);
        return properties.holidays().equals(JAPAN) ? JapaneseHolidays.complete(year, known) : known;
    }

    private Set<LocalDate> knownHolidaysOf(int year) {
        return holidayManager
                .map(manager -> manager.getHolidays(Year.of(year)).stream()
                        .map(Holiday::getDate)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private Instant opening(LocalDate day) {
        return day.atTime(properties.opens()).atZone(properties.zone()).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(properties.closes()).atZone(properties.zone()).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
