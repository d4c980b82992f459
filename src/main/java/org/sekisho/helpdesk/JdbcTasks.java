package org.sekisho.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The list in the table {@code helpdesk_task}. However many tasks there are, the first page is read from the beginning of an index
 * for each group of the reader, and counting stops early: the number of statements is always the same for the same reader.
 */
@Component
class JdbcTasks {

    /** When something is due that has no due date: later than anything, so that an index has it at its end. */
    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String COLUMNS =
            "t.task_id, t.case_id, t.process, t.element, t.form_key, t.subject, t.assignee,"
                    + " t.priority, t.created_at, t.due_at, t.follow_up_at";

    private final JdbcClient jdbc;

    JdbcTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The task as it was known, whoever may see it. */
    Optional<QueuedTask> find(TaskId id) {
        return jdbc.sql("select distinct " + COLUMNS + " from helpdesk_task t where t.task_id = :id")
                .param("id", id.value())
                .query((row, number) -> task(row))
                .optional();
    }

    Set<TaskId> known() {
        return new HashSet<>(jdbc.sql("select distinct task_id from helpdesk_task")
                .query((row, number) -> new TaskId(row.getString("task_id")))
                .list());
    }

    void add(OfferedTask task) {
        for (String group : new TreeSet<>(task.groups())) {
            changing(jdbc.sql("""
                            insert into helpdesk_task (task_id, group_name, case_id, case_number, process, element, form_key,
                                                       subject, assignee, priority, created_at, due_at, follow_up_at)
                            values (:id, :group, :caseId, :caseNumber, :process, :element, :form, :subject, :assignee,
                                    :priority, :createdAt, :dueAt, :followUpAt)
                            """), task)
                    .param("group", group)
                    .param("caseId", task.caseId().value())
                    .param("caseNumber", CaseNumbers.of(task.caseId()))
                    .param("process", task.process().value())
                    .param("element", task.element())
                    .param("form", task.form().value())
                    .param("createdAt", utc(task.createdAt()))
                    .update();
        }
        bar(task);
    }

    void change(OfferedTask task) {
        changing(
                        jdbc.sql(
                                "update helpdesk_task set subject = :subject, assignee = :assignee, priority = :priority,"
                                        + " due_at = :dueAt, follow_up_at = :followUpAt where task_id = :id"),
                        task)
                .update();
        jdbc.sql("delete from helpdesk_task_barred where task_id = :id")
                .param("id", task.id().value())
                .update();
        bar(task);
    }

    private void bar(OfferedTask task) {
        task.barred().accounts().forEach(account -> jdbc.sql(
                        "insert into helpdesk_task_barred (task_id, account) values (:id, :account)")
                .param("id", task.id().value())
                .param("account", account)
                .update());
    }

    void remove(TaskId id) {
        for (String table : List.of("helpdesk_task", "helpdesk_task_barred")) {
            jdbc.sql("delete from " + table + " where task_id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    /** The first tasks that the actor may work, at most {@code limit}; one statement for each group of the actor. */
    List<QueuedTask> page(Actor actor, Wanted wanted, QueueOrder order, int limit) {
        if (actor.id().isEmpty() || wanted.nothing()) {
            return List.of();
        }
        // a task that several groups of the reader are offered is in the set once
        Set<QueuedTask> first = new TreeSet<>(order.comparator());
        for (String group : actor.groups()) {
            first.addAll(firstOf(group, actor.id().get(), wanted, order, limit));
        }
        return first.stream().limit(limit).toList();
    }

    private List<QueuedTask> firstOf(String group, UUID reader, Wanted wanted, QueueOrder order, int limit) {
        // H2 reads rows in the order of an index only where all its columns are asked for, from the first; few rows are
        // found by another index and sorted
        String sorting = wanted.few() ? sorting(order) : "t.group_name, " + sorting(order);
        return jdbc.sql("select " + COLUMNS + " from helpdesk_task t where t.group_name = :group" + wanted.condition()
                        + " order by " + sorting + " limit :limit")
                .param("group", group)
                .param("me", reader)
                .param("limit", limit)
                .params(wanted.parameters())
                .query((row, number) -> task(row))
                .list();
    }

    /** How many tasks each wish would show, up to the given number each, in one statement. */
    Map<String, Integer> counts(Actor actor, Map<String, Wanted> wishes, int most) {
        if (actor.groups().isEmpty() || actor.id().isEmpty() || wishes.isEmpty()) {
            return Map.of();
        }
        List<String> groups = List.copyOf(new TreeSet<>(actor.groups()));
        List<String> names = List.copyOf(wishes.keySet());
        Map<String, Object> parameters = new HashMap<>();
        List<String> columns = new ArrayList<>();
        for (Wanted wanted : wishes.values()) {
            parameters.putAll(wanted.parameters());
            List<String> parts = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                parts.add("(select t.task_id from helpdesk_task t where t.group_name = :group" + group
                        + wanted.condition() + " limit :most)");
            }
            columns.add("(select count(*) from (" + String.join(" union ", parts) + ") c)");
        }
        return named(jdbc.sql("select " + String.join(", ", columns)).param("most", most), groups, actor)
                .params(parameters)
                .query((row, number) -> {
                    Map<String, Integer> counts = new LinkedHashMap<>();
                    for (int column = 0; column < names.size(); column++) {
                        counts.put(names.get(column), Math.min(most, row.getInt(column + 1)));
                    }
                    return counts;
                })
                .single();
    }

    List<ProcessKey> kinds() {
        return jdbc.sql("select distinct process from helpdesk_task order by process")
                .query((row, number) -> new ProcessKey(row.getString("process")))
                .list();
    }

    private static StatementSpec named(StatementSpec statement, List<String> groups, Actor actor) {
        StatementSpec named = statement.param("me", actor.id().orElseThrow());
        for (int group = 0; group < groups.size(); group++) {
            named = named.param("group" + group, groups.get(group));
        }
        return named;
    }

    private static String sorting(QueueOrder order) {
        return switch (order) {
            case DUE -> "t.due_at, t.created_at, t.task_id";
            case PRIORITY -> "t.priority desc, t.created_at, t.task_id";
            case AGE -> "t.created_at, t.task_id";
        };
    }

    private static StatementSpec changing(StatementSpec statement, OfferedTask task) {
        return statement
                .param("id", task.id().value())
                .param("subject", task.subject().orElse(null))
                .param("assignee", task.assignee().orElse(null))
                .param("priority", task.priority())
                .param("dueAt", task.dueAt().map(JdbcTasks::utc).orElse(NEVER))
                .param("followUpAt", task.followUpAt().map(JdbcTasks::utc).orElse(NEVER));
    }

    private static QueuedTask task(ResultSet row) throws SQLException {
        return new QueuedTask(
                new TaskId(row.getString("task_id")),
                new CaseId(row.getObject("case_id", UUID.class)),
                new ProcessKey(row.getString("process")),
                row.getString("element"),
                new FormKey(row.getString("form_key")),
                Optional.ofNullable(row.getObject("subject", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("assignee", UUID.class)).map(AccountId::new),
                row.getInt("priority"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                unlessNever(row.getObject("due_at", OffsetDateTime.class)),
                unlessNever(row.getObject("follow_up_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> unlessNever(OffsetDateTime time) {
        return Optional.of(time.toInstant()).filter(moment -> moment.isBefore(NEVER.toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A condition on rows of {@code helpdesk_task t} that the reader {@code :me} may see, with its parameters.
     *
     * @param few whether an index leads to the rows that are wanted, however many others there are
     * @param nothing whether no row can fulfil it
     */
    record Wanted(String condition, Map<String, Object> parameters, boolean few, boolean nothing) {

        private static final String MAY_BE_WORKED = " and (t.subject is null or t.subject <> :me)"
                + " and t.task_id not in (select b.task_id from helpdesk_task_barred b where b.account = :me)";

        static Wanted everything() {
            return new Wanted(MAY_BE_WORKED, Map.of(), false, false);
        }

        static Wanted of(QueueFilter filter, Instant now, Instant endOfDay) {
            return switch (filter) {
                case ALL -> everything();
                case MINE -> new Wanted(" and t.assignee = :me" + MAY_BE_WORKED, Map.of(), true, false);
                case UNASSIGNED -> new Wanted(" and t.assignee is null" + MAY_BE_WORKED, Map.of(), false, false);
                case OVERDUE ->
                    new Wanted(" and t.due_at < :now" + MAY_BE_WORKED, Map.of("now", utc(now)), false, false);
                case DUE_TODAY ->
                    new Wanted(
                            " and t.due_at >= :now and t.due_at < :endOfDay" + MAY_BE_WORKED,
                            Map.of("now", utc(now), "endOfDay", utc(endOfDay)),
                            false,
                            false);
                case FOLLOW_UP ->
                    new Wanted(" and t.follow_up_at <= :now" + MAY_BE_WORKED, Map.of("now", utc(now)), true, false);
            };
        }

        /** Those of one process; a name tells parameters of several wishes apart, here and below. */
        Wanted ofKind(String name, ProcessKey process) {
            return and(" and t.process = :" + name, name, process.value(), few);
        }

        Wanted ofCase(String name, String caseNumber) {
            return and(" and t.case_number = :" + name, name, caseNumber, true);
        }

        Wanted about(String name, Collection<AccountId> subjects) {
            return subjects.isEmpty()
                    ? new Wanted(condition, parameters, true, true)
                    : and(
                            " and t.subject in (:" + name + ")",
                            name,
                            subjects.stream().map(AccountId::value).toList(),
                            true);
        }

        private Wanted and(String more, String name, Object value, boolean few) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(name, value);
            return new Wanted(more + condition, all, few, nothing);
        }
    }
}
