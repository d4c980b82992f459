package org.sekisho.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a case still goes on, and if not, whether it came to what it was for. */
public enum CaseState {
    OPEN,
    /** It came to an answer, whatever that was. */
    COMPLETED,
    /** It was given up, taken back, stopped or overtaken by time before it came to one. */
    CANCELLED;

    /** Ids of end events say in a participle how things ended. */
    private static final Pattern GIVEN_UP =
            Pattern.compile(".*(?:Withdrawn|Cancelled|Expired|Overdue|Frozen|Abandoned|Lifted|Over)|event_endedAfter");

    /** The state of a case that has ended at an end event, or at none because it was taken away. */
    static CaseState after(Optional<String> ending) {
        return ending.filter(event -> !GIVEN_UP.matcher(event).matches()).isPresent() ? COMPLETED : CANCELLED;
    }

    /** As it is stored and travels. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
