package org.sekisho.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases in the table {@code archive_case}, a page at a time: each page begins where the one before ended, however far in. */
@Component
class JdbcCaseSearch {

    /** So many cases of actors are sought one by one. */
    private static final int MOST_LISTED = 1000;

    private static final String RECORDED_WITH_ACTORS =
            "exists (select 1 from archive_actor a where a.case_id = archive_case.case_id and a.actor in (:actors))";

    /** Of what is not recorded yet only the trail knows who has acted in it. */
    private static final String IN_THE_TRAIL =
            "exists (select 1 from audit_event e where e.case_id = archive_case.case_id"
                    + " and e.actor in (:actors) and e.action not like '%.case-read')";

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;

    JdbcCaseSearch(JdbcClient jdbc, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * What is sought, with people and numbers already looked up.
     *
     * @param subjects whom the case may be about; empty for anybody
     * @param acted who must have acted in it; empty for anybody
     * @param number the number that it must have
     */
    record Wanted(
            CaseSearch search, Optional<Collection<UUID>> subjects, Optional<Acted> acted, Optional<String> number) {

        /** How many people it is sought by, as whom it may be about or as who must have acted. */
        int people() {
            return Math.max(
                    subjects.map(Collection::size).orElse(0),
                    acted.map(found -> found.people().size()).orElse(0));
        }

        /** Whether nothing can be found. */
        boolean nothing() {
            return subjects.filter(Collection::isEmpty).isPresent()
                    || acted.filter(found -> found.people().isEmpty()).isPresent();
        }
    }

    /**
     * People who have acted in cases.
     *
     * @param cases in which they did so, as far as they are listed
     * @param moreRecorded whether there are recorded ones, none of which is listed
     * @param moreUnrecorded whether there are others, none of which is listed
     */
    record Acted(Collection<UUID> people, Collection<UUID> cases, boolean moreRecorded, boolean moreUnrecorded) {}

    /** The cases after one of them, or from the beginning. */
    List<ArchivedCase> page(Wanted wanted, Optional<ArchivedCase> after, int most) {
        if (wanted.nothing()) {
            return List.of();
        }
        Conditions conditions = conditions(wanted);
        CaseOrder order = wanted.search().order();
        String column = order.column();
        after.ifPresent(last -> {
            String beyond = order.rising() ? ">" : "<";
            // the first part leads an index to the place, the second sorts out what has the same value
            conditions.add(column + " " + beyond + "= :last and (" + column + " " + beyond + " :last or case_id "
                    + beyond + " :lastId)");
            conditions.parameters.put("last", value(order, last));
            conditions.parameters.put("lastId", last.id().value());
        });
        String direction = order.rising() ? "" : " desc";
        return jdbc.sql("select * from archive_case" + conditions.where() + " order by " + column + direction
                        + ", case_id" + direction + " limit :most")
                .params(conditions.parameters)
                .param("most", most)
                .query((row, number) -> JdbcArchivedCases.read(row))
                .list();
    }

    /** How many there are, counted no further than asked. */
    int count(Wanted wanted, int most) {
        if (wanted.nothing()) {
            return 0;
        }
        Conditions conditions = conditions(wanted);
        return jdbc.sql("select count(*) from (select case_id from archive_case" + conditions.where()
                        + " limit :most) found")
                .params(conditions.parameters)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The other cases of an account, the newest first. */
    List<ArchivedCase> of(UUID subject, CaseId but, int most) {
        return jdbc.sql("select * from archive_case where subject = :subject and case_id <> :but"
                        + " order by started_at desc, case_id desc limit :most")
                .param("subject", subject)
                .param("but", but.value())
                .param("most", most)
                .query((row, number) -> JdbcArchivedCases.read(row))
                .list();
    }

    /** The processes that cases have begun with, each by one look into an index: there are few of them and many cases. */
    List<ProcessKey> kinds() {
        return jdbc.sql("""
                        with recursive kind (process) as (
                            select min(process) from archive_case
                            union all
                            select (select c.process from archive_case c where c.process > kind.process order by c.process limit 1)
                              from kind where kind.process is not null)
                        select process from kind where process is not null order by process
                        """)
                .query((row, number) -> new ProcessKey(row.getString("process")))
                .list();
    }

    /** In which cases somebody of them has done more than read. */
    Acted acted(Collection<UUID> people) {
        if (people.isEmpty()) {
            return new Acted(people, List.of(), false, false);
        }
        List<UUID> recorded = some("select case_id from archive_actor where actor in (:actors)", people);
        // of those that are not recorded each part has an index of its own
        List<UUID> unrecorded = some(
                "select case_id from archive_case where state = 'open' and " + IN_THE_TRAIL
                        + " union select case_id from archive_case where record_due is not null and " + IN_THE_TRAIL,
                people);
        boolean moreRecorded = recorded.size() == MOST_LISTED;
        boolean moreUnrecorded = unrecorded.size() == MOST_LISTED;
        Set<UUID> listed = new HashSet<>();
        if (!moreRecorded) {
            listed.addAll(recorded);
        }
        if (!moreUnrecorded) {
            listed.addAll(unrecorded);
        }
        return new Acted(people, listed, moreRecorded, moreUnrecorded);
    }

    private List<UUID> some(String cases, Collection<UUID> actors) {
        return jdbc.sql(cases + " limit :most")
                .param("actors", actors)
                .param("most", MOST_LISTED)
                .query(UUID.class)
                .list();
    }

    private Conditions conditions(Wanted wanted) {
        Conditions all = new Conditions();
        CaseSearch search = wanted.search();
        wanted.subjects().ifPresent(people -> all.add("subject in (:subjects)", "subjects", people));
        wanted.acted().ifPresent(acted -> acted(acted, all));
        wanted.number().ifPresent(number -> all.add("case_number = :number", "number", number));
        search.process().ifPresent(process -> all.add("process = :process", "process", process.value()));
        search.state().ifPresent(state -> all.add("state = :state", "state", state.key()));
        search.step().ifPresent(step -> {
            all.add("step = :step", "step", step.element());
            step.process().ifPresent(process -> all.add("step_process = :stepProcess", "stepProcess", process.value()));
        });
        search.outcome().ifPresent(outcome -> all.add("outcome = :outcome", "outcome", outcome));
        search.rule().ifPresent(rule -> matched(rule, all));
        search.from().ifPresent(day -> all.add("started_at >= :from", "from", JdbcArchivedCases.utc(begin(day))));
        search.until()
                .ifPresent(
                        day -> all.add("started_at < :until", "until", JdbcArchivedCases.utc(begin(day.plusDays(1)))));
        search.atLeast().ifPresent(least -> all.add("seconds >= :least", "least", least.toSeconds()));
        search.atMost().ifPresent(most -> all.add("seconds <= :longest", "longest", most.toSeconds()));
        if (search.order() == CaseOrder.ENDED) {
            all.add("ended_at < :never", "never", JdbcArchivedCases.utc(JdbcArchivedCases.NEVER));
        }
        if (search.order().column().equals("seconds")) {
            all.add("seconds is not null");
        }
        return all;
    }

    /** Few cases lead an index to themselves; where there are many, each of those that are looked at anyway is asked. */
    private static void acted(Acted wanted, Conditions all) {
        List<String> ways = new ArrayList<>();
        if (!wanted.cases().isEmpty()) {
            ways.add("case_id in (:acted)");
            all.parameters.put("acted", wanted.cases());
        }
        if (wanted.moreRecorded()) {
            ways.add(RECORDED_WITH_ACTORS);
        }
        if (wanted.moreUnrecorded()) {
            ways.add("(state = 'open' or record_due is not null) and " + IN_THE_TRAIL);
        }
        if (wanted.moreRecorded() || wanted.moreUnrecorded()) {
            all.parameters.put("actors", wanted.people());
        }
        all.add(ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")");
    }

    private static void matched(PolicyRule wanted, Conditions all) {
        String which = "decision = :decision" + (wanted.rule().isPresent() ? " and rule = :rule" : "");
        all.add(
                "case_id in (select case_id from archive_rule where " + which + ")",
                "decision",
                wanted.decision().value());
        wanted.rule().ifPresent(rule -> all.parameters.put("rule", rule));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private static Object value(CaseOrder order, ArchivedCase of) {
        return switch (order) {
            case NEWEST, OLDEST -> JdbcArchivedCases.utc(of.startedAt());
            case ENDED -> JdbcArchivedCases.utc(of.endedAt().orElse(JdbcArchivedCases.NEVER));
            case LONGEST, SHORTEST -> of.duration().orElseThrow().toSeconds();
        };
    }

    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String condition) {
            all.add(condition);
        }

        void add(String condition, String name, Object value) {
            all.add(condition);
            parameters.put(name, value);
        }

        String where() {
            return all.isEmpty() ? "" : " where " + String.join(" and ", all);
        }
    }
}
