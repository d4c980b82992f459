package org.sekisho.seal;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.calendar.BusinessCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds events in the table {@code audit_event} by its indexes, page by page, in the order in which they were appended.
 */
@Component
class JdbcTrailSearch {

    /** Moments that are farther apart have ids in the same order. */
    private static final Duration OUT_OF_ORDER = JdbcGaps.LONGEST_TRANSACTION;

    private static final int NUMBER_DIGITS = 8;

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;

    JdbcTrailSearch(JdbcClient jdbc, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** The ids of events that are sought, the newest first, behind a known one. */
    List<Long> page(TrailSearch search, Optional<Long> after, int most) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        search.subject().ifPresent(subject -> demand(conditions, parameters, "subject", subject));
        search.actor().ifPresent(actor -> demand(conditions, parameters, "actor", actor));
        search.action().ifPresent(action -> demand(conditions, parameters, "action", action));
        search.result().ifPresent(result -> demand(conditions, parameters, "result", result));
        search.caseName().ifPresent(name -> {
            conditions.add("case_id BETWEEN :firstCase AND :lastCase");
            parameters.put("firstCase", caseId(name, '0'));
            parameters.put("lastCase", caseId(name, 'f'));
        });
        search.from().map(day -> day.atStartOfDay(calendar.zone()).toInstant()).ifPresent(from -> {
            conditions.add("at >= :from");
            parameters.put("from", from.atOffset(ZoneOffset.UTC));
            conditions.add("id > COALESCE((SELECT e.id FROM audit_event e WHERE e.at < :before"
                    + " ORDER BY e.at DESC, e.id DESC LIMIT 1), -9223372036854775808)");
            parameters.put("before", from.minus(OUT_OF_ORDER).atOffset(ZoneOffset.UTC));
        });
        search.until()
                .map(day -> day.plusDays(1).atStartOfDay(calendar.zone()).toInstant())
                .ifPresent(until -> {
                    conditions.add("at < :until");
                    parameters.put("until", until.atOffset(ZoneOffset.UTC));
                    conditions.add("id < COALESCE((SELECT e.id FROM audit_event e WHERE e.at >= :beyond"
                            + " ORDER BY e.at, e.id LIMIT 1), 9223372036854775807)");
                    parameters.put("beyond", until.plus(OUT_OF_ORDER).atOffset(ZoneOffset.UTC));
                });
        after.ifPresent(last -> {
            conditions.add("id < :last");
            parameters.put("last", last);
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return jdbc.sql("SELECT id FROM audit_event" + where + " ORDER BY id DESC LIMIT :most")
                .params(parameters)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** The cases that events are about, by the ids of the events. */
    Map<Long, UUID> casesOf(Collection<Long> events) {
        return events.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, case_id FROM audit_event WHERE id IN (:ids) AND case_id IS NOT NULL")
                        .param("ids", events)
                        .query((row, place) -> Map.entry(row.getLong("id"), row.getObject("case_id", UUID.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void demand(List<String> conditions, Map<String, Object> parameters, String column, Object value) {
        conditions.add(column + " = :" + column);
        parameters.put(column, value);
    }

    /** The first or the last id that a case called so can have. */
    private static UUID caseId(String name, char filling) {
        String given = name.strip();
        return UUID.fromString(
                given.length() > NUMBER_DIGITS ? given : given + "-xxxx-xxxx-xxxx-xxxxxxxxxxxx".replace('x', filling));
    }
}
