package org.sekisho.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Role;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.TaskDesk;
import org.sekisho.process.TaskDesk.NotTheirs;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.springframework.stereotype.Component;

/**
 * What agents and leads do to tasks of the list without opening them. Each task is changed by itself and says what became of it,
 * so that one that has just gone keeps nobody from the rest.
 */
@Component
public class Dispatch {

    private final TaskInbox inbox;
    private final TaskDesk desk;
    private final Accounts accounts;
    private final StaffGroups groups;
    private final CurrentActor currentActor;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Dispatch(
            TaskInbox inbox,
            TaskDesk desk,
            Accounts accounts,
            StaffGroups groups,
            CurrentActor currentActor,
            BusinessCalendar calendar,
            Clock clock) {
        this.inbox = inbox;
        this.desk = desk;
        this.accounts = accounts;
        this.groups = groups;
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What became of one task. */
    public enum Outcome {
        DONE,
        /** It has gone, somebody else has it, or it is not the reader's to see. */
        GONE,
        /** The person to whom it was to be given may not work it. */
        NOT_THEIRS,
        /** Only a lead does this. */
        NOT_ALLOWED
    }

    /** Takes a task that nobody holds. */
    public Outcome claim(TaskId task) {
        return outcome(() -> inbox.claim(task));
    }

    /** Gives a task that the reader holds back. */
    public Outcome release(TaskId task) {
        return outcome(() -> inbox.release(task));
    }

    /** Whether the reader may give tasks to others, as the directory says now. */
    public boolean mayAssign() {
        return currentActor.actor().groups().contains(Role.LEAD.key());
    }

    /** Those to whom tasks can be given, by name. */
    public List<Account> staff() {
        return List.copyOf(Stream.of(Role.HELPDESK, Role.LEAD)
                .flatMap(role -> accounts.with(role).stream())
                .collect(Collectors.toMap(Account::id, account -> account, (one, same) -> one, LinkedHashMap::new))
                .values());
    }

    /** Gives each task to a member of staff, whoever held it; in the order given. */
    public Map<TaskId, Outcome> assign(Collection<TaskId> tasks, AccountId to) {
        if (!mayAssign()) {
            return each(tasks, task -> Outcome.NOT_ALLOWED);
        }
        Actor person = Actor.person(to.value(), groups.of(to));
        return each(tasks, task -> outcome(() -> desk.assign(task, person)));
    }

    /** Takes each task from whoever holds it. */
    public Map<TaskId, Outcome> takeBack(Collection<TaskId> tasks) {
        boolean mayAssign = mayAssign();
        return each(tasks, task -> mayAssign ? outcome(() -> desk.takeBack(task)) : Outcome.NOT_ALLOWED);
    }

    public Map<TaskId, Outcome> prioritise(Collection<TaskId> tasks, Urgency urgency) {
        return each(tasks, task -> outcome(() -> desk.prioritise(task, urgency.priority())));
    }

    /** Has each task looked at again after so much business time; empty for not at all. */
    public Map<TaskId, Outcome> followUp(Collection<TaskId> tasks, Optional<Duration> after) {
        Optional<Instant> at = after.map(wait -> calendar.plus(clock.instant(), wait));
        return each(tasks, task -> outcome(() -> desk.followUp(task, at)));
    }

    /** How much business time a working day has. */
    public Duration workingDay() {
        return Duration.between(calendar.opens(), calendar.closes());
    }

    private static Map<TaskId, Outcome> each(Collection<TaskId> tasks, Function<TaskId, Outcome> work) {
        Map<TaskId, Outcome> outcomes = new LinkedHashMap<>();
        tasks.forEach(task -> outcomes.put(task, work.apply(task)));
        return outcomes;
    }

    private static Outcome outcome(Runnable work) {
        try {
            work.run();
            return Outcome.DONE;
        } catch (TaskUnavailable gone) {
            return Outcome.GONE;
        } catch (NotTheirs refused) {
            return Outcome.NOT_THEIRS;
        }
    }
}
