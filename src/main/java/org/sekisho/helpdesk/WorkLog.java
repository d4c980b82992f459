package org.sekisho.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Role;
import org.sekisho.helpdesk.JdbcWork.Work;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.TaskId;
import org.springframework.stereotype.Component;

/** Writes down how long tasks of the helpdesk wait and take, in business time, while they are worked. */
@Component
class WorkLog {

    private final JdbcWork work;
    private final BusinessCalendar calendar;
    private final Clock clock;

    WorkLog(JdbcWork work, BusinessCalendar calendar, Clock clock) {
        this.work = work;
        this.calendar = calendar;
        this.clock = clock;
    }

    void stands(OfferedTask task) {
        if (task.groups().stream().noneMatch(WorkLog::isOfTheHelpdesk)) {
            return;
        }
        Optional<Work> known = work.find(task.id());
        if (known.isEmpty()) {
            work.add(task);
        } else {
            work.due(task.id(), task.dueAt());
        }
        if (task.assignee().isPresent() && !known.map(Work::taken).orElse(false)) {
            Instant now = clock.instant();
            work.taken(task.id(), now, calendar.between(task.createdAt(), now));
        }
    }

    void hasGone(TaskId id, boolean completed) {
        work.find(id).ifPresent(known -> {
            Instant now = clock.instant();
            work.ended(id, now, completed ? Optional.of(calendar.between(known.offeredAt(), now)) : Optional.empty());
        });
    }

    private static boolean isOfTheHelpdesk(String group) {
        return List.of(Role.HELPDESK, Role.LEAD).stream()
                .anyMatch(role -> group.equals(role.key()) || group.startsWith(role.key() + ":"));
    }
}
