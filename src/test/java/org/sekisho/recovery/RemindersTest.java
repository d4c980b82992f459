package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class RemindersTest {

    /** The Friday before a Monday that is a holiday in Japan, in the afternoon. */
    private static final Instant FRIDAY = Instant.parse("2026-07-17T06:00:00Z");

    @Autowired
    private Reminders reminders;

    @Autowired
    private BusinessCalendar calendar;

    @Test
    void a_weekend_and_a_holiday_do_not_count() {
        Instant reminded = reminders.since(FRIDAY);

        assertThat(calendar.between(FRIDAY, reminded)).isEqualTo(Duration.ofHours(16));
        assertThat(reminded).isEqualTo(Instant.parse("2026-07-22T06:00:00Z"));
    }
}
