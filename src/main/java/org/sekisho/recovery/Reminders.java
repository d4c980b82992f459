package org.sekisho.recovery;

import java.time.Instant;
import org.sekisho.calendar.BusinessCalendar;
import org.springframework.stereotype.Component;

/** When a person is reminded: business time, since most who have lost everything need somebody at the helpdesk or a desk to go to. */
@Component
class Reminders {

    private final BusinessCalendar calendar;
    private final RecoveryProperties policy;

    Reminders(BusinessCalendar calendar, RecoveryProperties policy) {
        this.calendar = calendar;
        this.policy = policy;
    }

    /** When somebody is reminded of what they could do since that moment. */
    Instant since(Instant moment) {
        return calendar.plus(moment, policy.remindAfter());
    }
}
