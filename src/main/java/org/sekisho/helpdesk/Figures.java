package org.sekisho.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.directory.Role;
import org.sekisho.process.ProcessKey;
import org.sekisho.security.Staff;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the work of the helpdesk goes. A task counts as answered when somebody first holds it and as resolved when it is completed;
 * both are counted in business time from when it was offered. One that its case has taken back, such as a withdrawn one, is neither.
 * No figure tells anything about a person.
 */
@Component
public class Figures {

    private static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.LEAD, Role.AUDITOR, Role.ADMINISTRATOR);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcWork work;
    private final Staff staff;
    private final Clock clock;

    Figures(JdbcWork work, Staff staff, Clock clock) {
        this.work = work;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Tasks that are open.
     *
     * @param kind of which process; empty for all of them together
     * @param overdue those whose due date has passed
     * @param today offered within the last 24 hours
     * @param thisWeek offered before that, and within the last seven days
     * @param older offered before that
     * @param oldest when the oldest was offered
     */
    public record Open(
            Optional<ProcessKey> kind,
            int tasks,
            int overdue,
            int today,
            int thisWeek,
            int older,
            Optional<Instant> oldest) {}

    /**
     * How long something took: half of the tasks took no longer than the median, nine of ten no longer than the other.
     *
     * @param kind of which process; empty for all of them together
     */
    public record Spread(Optional<ProcessKey> kind, int tasks, Duration median, Duration nineOfTen) {}

    /**
     * The open tasks by kind, and at the end all of them together.
     *
     * @throws AccessDeniedException where the reader is neither agent, lead, auditor nor administrator
     */
    @Transactional(readOnly = true)
    public List<Open> open() {
        demandStaff();
        Instant now = clock.instant();
        return work.open(now, now.minus(DAY), now.minus(WEEK));
    }

    /**
     * How long it took until somebody held them, of the tasks that were first held within the time given.
     *
     * @throws AccessDeniedException where the reader is neither agent, lead, auditor nor administrator
     */
    @Transactional(readOnly = true)
    public List<Spread> responses(Duration within) {
        Instant now = clock.instant();
        return responses(now.minus(within), now.plusSeconds(1));
    }

    /**
     * The same of the tasks that were first held from one moment on and before another.
     *
     * @throws AccessDeniedException where the reader is neither agent, lead, auditor nor administrator
     */
    @Transactional(readOnly = true)
    public List<Spread> responses(Instant from, Instant until) {
        demandStaff();
        return work.responses(from, until);
    }

    /**
     * How long it took until they were completed, of the tasks that were completed within the time given.
     *
     * @throws AccessDeniedException where the reader is neither agent, lead, auditor nor administrator
     */
    @Transactional(readOnly = true)
    public List<Spread> resolutions(Duration within) {
        Instant now = clock.instant();
        return resolutions(now.minus(within), now.plusSeconds(1));
    }

    /**
     * The same of the tasks that were completed from one moment on and before another.
     *
     * @throws AccessDeniedException where the reader is neither agent, lead, auditor nor administrator
     */
    @Transactional(readOnly = true)
    public List<Spread> resolutions(Instant from, Instant until) {
        demandStaff();
        return work.resolutions(from, until);
    }

    private void demandStaff() {
        staff.demand(READERS, "the figures");
    }
}
