package org.sekisho.helpdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.Readings;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.helpdesk.JdbcTasks.Wanted;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.ProcessKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks that the groups of the current actor are offered, whoever holds them: never about the actor, never one that they are
 * barred from. What is shown here is looked at once more when it is opened or changed.
 */
@Component
public class Queue {

    /** As many accounts as a search looks at: who types so little that more are found types on. */
    private static final int MOST_ACCOUNTS = 100;

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration KINDS_KEPT = Duration.ofMinutes(1);

    private final JdbcTasks tasks;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final BusinessCalendar calendar;
    private final Readings readings;
    private final Clock clock;
    private volatile @Nullable Kinds kinds;

    Queue(
            JdbcTasks tasks,
            Accounts accounts,
            CurrentActor currentActor,
            BusinessCalendar calendar,
            Readings readings,
            Clock clock) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.readings = readings;
        this.clock = clock;
    }

    /** The beginning of the list, at most {@code limit} tasks. */
    @Transactional(readOnly = true)
    public QueuePage page(QueueSearch search, int limit) {
        List<QueuedTask> found = tasks.page(currentActor.actor(), wanted(search, ""), search.order(), limit + 1);
        return new QueuePage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    /** How many tasks there are in all, by filter and by kind. */
    @Transactional(readOnly = true)
    public QueueCounts counts() {
        Map<String, Wanted> wishes = new LinkedHashMap<>();
        for (QueueFilter filter : QueueFilter.values()) {
            wishes.put(filter.name(), wanted(filter));
        }
        List<ProcessKey> known = kinds();
        for (int kind = 0; kind < known.size(); kind++) {
            String name = "kind" + kind;
            wishes.put(name, wanted(QueueFilter.ALL).ofKind(name, known.get(kind)));
        }
        Map<String, Integer> counts = tasks.counts(currentActor.actor(), wishes, QueueCounts.MOST);
        Map<QueueFilter, Integer> filters = new EnumMap<>(QueueFilter.class);
        for (QueueFilter filter : QueueFilter.values()) {
            filters.put(filter, counts.getOrDefault(filter.name(), 0));
        }
        Map<ProcessKey, Integer> byKind = new HashMap<>();
        for (int kind = 0; kind < known.size(); kind++) {
            int count = counts.getOrDefault("kind" + kind, 0);
            if (count > 0) {
                byKind.put(known.get(kind), count);
            }
        }
        return new QueueCounts(filters, byKind);
    }

    /** How many tasks each of the filters shows, up to {@link QueueCounts#MOST}. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> countsOf(List<SavedFilter> filters) {
        Map<String, Wanted> wishes = new LinkedHashMap<>();
        for (int place = 0; place < filters.size(); place++) {
            Wanted wanted = wanted(filters.get(place).search(), "Saved" + place);
            if (!wanted.nothing()) {
                wishes.put(filters.get(place).id().toString(), wanted);
            }
        }
        Map<String, Integer> counts = tasks.counts(currentActor.actor(), wishes, QueueCounts.MOST);
        return filters.stream()
                .collect(Collectors.toMap(
                        SavedFilter::id,
                        filter -> counts.getOrDefault(filter.id().toString(), 0)));
    }

    /** Those whom the tasks are about and who hold them; that they were shown is an event. */
    @Transactional
    public Map<AccountId, Account> people(QueuePage page) {
        Map<AccountId, Account> people = accounts.findAll(page.tasks().stream()
                .flatMap(task -> Stream.of(task.subject(), task.assignee()))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        readings.shown(
                "helpdesk.queue-read",
                Optional.empty(),
                people.keySet().stream().map(AccountId::value).toList());
        return people;
    }

    /** How much business time is left until the task is due; negative by as much as has passed since. */
    public Optional<Duration> left(QueuedTask task) {
        Instant now = clock.instant();
        return task.dueAt()
                .map(due -> due.isBefore(now) ? calendar.between(due, now).negated() : calendar.between(now, due));
    }

    /** Whether the task is due within an hour of business time. */
    public boolean isDueSoon(QueuedTask task) {
        return !isOverdue(task)
                && left(task).filter(left -> left.compareTo(SOON) <= 0).isPresent();
    }

    /** Whether the moment at which the task was due has passed. */
    public boolean isOverdue(QueuedTask task) {
        return task.dueAt().filter(clock.instant()::isAfter).isPresent();
    }

    /** @param name tells the wishes of one statement apart */
    private Wanted wanted(QueueSearch search, String name) {
        Wanted wanted = wanted(search.filter());
        if (search.kind().isPresent()) {
            wanted = wanted.ofKind("kind" + name, search.kind().get());
        }
        String text = search.text().strip();
        if (text.isEmpty()) {
            return wanted;
        }
        Optional<String> number = CaseNumbers.in(text);
        return number.isPresent()
                ? wanted.ofCase("number" + name, number.get())
                : wanted.about("people" + name, accounts.search(text, MOST_ACCOUNTS));
    }

    private Wanted wanted(QueueFilter filter) {
        Instant now = clock.instant();
        return Wanted.of(filter, now, calendar.endOfDay(now));
    }

    /** Kinds come with a new model, not by the minute. */
    private List<ProcessKey> kinds() {
        Kinds last = kinds;
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.at().plus(KINDS_KEPT))) {
            last = new Kinds(now, tasks.kinds());
            kinds = last;
        }
        return last.keys();
    }

    private record Kinds(Instant at, List<ProcessKey> keys) {}
}
