package org.sekisho.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.JdbcRecorder;
import org.sekisho.testing.OnPostgres;
import org.sekisho.testing.Postgres;
import org.sekisho.testing.RecordedStatements;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The first page of an archive of a million finished cases costs as many statements as that of a thousand, whatever is sought; how
 * much time it takes is printed, for it depends on the machine.
 */
@Tag("full")
@SekishoTest
@ContextConfiguration(initializers = LongArchiveIT.Database.class)
@ExtendWith(OnPostgres.TimeRunsAgain.class)
@Import(RecordedStatements.class)
@DirtiesContext
class LongArchiveIT {

    private static final int CASES = 1_000_000;
    private static final int FEW = 1000;
    private static final int PEOPLE = 500;
    private static final int PAGE = 50;
    private static final int WARM_UP = 10;
    private static final int MEASURED = 10;
    private static final String FREQUENT_RULE = "approval-policy/00000000000000aa";
    private static final String RARE_RULE = "approval-policy/00000000000000bb";
    private static final double NANOS_OF_A_MILLI = 1e6;

    @Autowired
    CaseArchive archive;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcRecorder database;

    @Autowired
    TestAccounts accounts;

    private String number = "";

    @Test
    void the_first_page_of_a_million_cases_takes_as_many_statements_as_that_of_a_thousand() {
        Account first = accounts.student();
        for (int person = 1; person < PEOPLE; person++) {
            accounts.student();
        }
        Account agent = accounts.create(account ->
                account.affiliation(Affiliation.STAFF).name("Busy Agent").roles(Role.HELPDESK));
        Account auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            fill(1, FEW, agent.id().value());
            Map<String, Integer> few = new LinkedHashMap<>();
            wishes(first, agent).forEach((name, search) -> few.put(name, statements(search)));
            fill(FEW + 1, CASES, agent.id().value());
            jdbc.sql("analyze archive_case").update();
            jdbc.sql("analyze audit_event").update();
            jdbc.sql("analyze archive_rule").update();
            jdbc.sql("analyze archive_actor").update();

            wishes(first, agent).forEach((name, search) -> {
                int statements = statements(search);
                for (int time = 0; time < WARM_UP; time++) {
                    page(search);
                }
                long wall = System.nanoTime();
                long before = cpuNanos();
                for (int time = 0; time < MEASURED; time++) {
                    page(search);
                }
                double cpu = (cpuNanos() - before) / NANOS_OF_A_MILLI / MEASURED;
                System.out.printf(
                        "archive of %,d cases, %s: %d statements, %.2f ms of processor time of one page (target: under 100), %.2f ms in all%n",
                        CASES, name, statements, cpu, (System.nanoTime() - wall) / NANOS_OF_A_MILLI / MEASURED);
                assertThat(statements).as(name).isLessThanOrEqualTo(Collections.max(few.values()));
            });
        }
    }

    private Map<String, CaseSearch> wishes(Account person, Account agent) {
        Map<String, CaseSearch> wishes = new LinkedHashMap<>();
        for (CaseOrder order : CaseOrder.values()) {
            wishes.put("by " + order, of("order", order.name().toLowerCase(java.util.Locale.ROOT)));
        }
        wishes.put("of a process", of("process", "recovery"));
        wishes.put("cancelled ones", of("state", "cancelled"));
        wishes.put("open ones, of which there are few", of("state", "open"));
        wishes.put("at a step", of("step", "userTask_7"));
        wishes.put("with a rare ending", of("outcome", "event_rare"));
        wishes.put("of one person", of("text", person.commonId().value()));
        wishes.put("one case", of("text", number));
        wishes.put("in which an agent acted", of("actor", agent.commonId().value()));
        wishes.put("by a table that decides most", of("rule", "approval-policy"));
        wishes.put("by a frequent rule", of("rule", FREQUENT_RULE));
        wishes.put("by a rare rule", of("rule", RARE_RULE));
        wishes.put("long ones", of("at-least", "PT200H"));
        wishes.put("of one day", CaseSearch.of(Map.of("from", "2020-05-05", "until", "2020-05-05")));
        wishes.put(
                "everything at once",
                CaseSearch.of(Map.of(
                        "process", "recovery",
                        "state", "completed",
                        "step", "userTask_7",
                        "outcome", "event_rare",
                        "from", "2019-05-05",
                        "until", "2025-05-05",
                        "at-least", "PT1H",
                        "order", "longest")));
        wishes.put(
                "nothing, by criteria that are all frequent",
                CaseSearch.of(Map.of("process", "recovery", "state", "cancelled", "outcome", "event_common")));
        return wishes;
    }

    private static CaseSearch of(String kind, String value) {
        return CaseSearch.of(Map.of(kind, value));
    }

    /** All that the screen asks for when it is opened. */
    private void page(CaseSearch search) {
        CaseArchive.Found found = archive.search(search, PAGE);
        assertThat(found.first().cases()).hasSizeLessThanOrEqualTo(PAGE);
        assertThat(found.count()).isLessThanOrEqualTo(CaseArchive.COUNTED);
        assertThat(archive.people(found.first().cases()).size()).isLessThanOrEqualTo(PAGE);
    }

    private int statements(CaseSearch search) {
        return database.during(() -> page(search));
    }

    private void fill(int from, int to, UUID agent) {
        jdbc.sql("""
                        insert into archive_case (case_id, case_number, process, version, subject, state, step_process, step, outcome,
                                                  started_at, ended_at, seconds, started_on, ended_on, record_due)
                        select c.id, substring(cast(c.id as varchar), 1, 8), c.process, 1, s.id,
                               c.state, c.process, 'userTask_' || mod(x, 20),
                               case when c.state = 'open' then null when mod(x, 10000) = 0 then 'event_rare'
                                    when c.state = 'completed' then 'event_common' else 'event_givenUp' end,
                               c.started,
                               case when c.state = 'open' then timestamp with time zone '9999-12-31 00:00:00Z'
                                    else c.started + mod(x, 1000000) * interval '1 second' end,
                               case when c.state = 'open' then null else mod(x, 1000000) end,
                               cast(c.started as date), cast(c.started as date), null
                          from (select x, gen_random_uuid() as id,
                                       timestamp with time zone '2017-01-01 00:00:00Z' + mod(x * 7919, 250000000) * interval '1 second' as started,
                                       case mod(x, 3) when 0 then 'recovery' when 1 then 'verification' else 'enrollment' end as process,
                                       case when mod(x, 5000) = 1 then 'open' when mod(x, 10) = 0 then 'cancelled' else 'completed' end as state
                                  from generate_series(cast(:from as bigint), cast(:to as bigint)) x) c
                          join (select id, row_number() over (order by id) - 1 as n from account where affiliation = 'student') s
                            on s.n = mod(c.x, (select count(*) from account where affiliation = 'student'))
                        """).param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into audit_event (at, actor, action, case_id, result, details, canonical)
                        select started_at, :agent, 'helpdesk.task-shared-out', case_id, 'taken', '', ''
                          from archive_case where step in ('userTask_3', 'userTask_4')
                        """).param("agent", agent).update();
        jdbc.sql("""
                        insert into archive_actor (case_id, actor)
                        select case_id, :agent from archive_case
                         where state <> 'open' and step in ('userTask_3', 'userTask_4')
                           and not exists (select 1 from archive_actor known where known.case_id = archive_case.case_id)
                        """).param("agent", agent).update();
        jdbc.sql("""
                        insert into archive_rule (case_id, decision, rule)
                        select case_id, 'approval-policy',
                               case when outcome = 'event_rare' then '00000000000000bb' else '00000000000000aa' end
                          from archive_case
                         where state <> 'open' and process <> 'verification'
                           and not exists (select 1 from archive_rule known where known.case_id = archive_case.case_id)
                        """).update();
        number = jdbc.sql("select case_number from archive_case order by case_id limit 1")
                .query(String.class)
                .single();
        List<Integer> all = jdbc.sql("select count(*) from archive_case")
                .query(Integer.class)
                .list();
        assertThat(all.get(0)).isGreaterThanOrEqualTo(to);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Its database is its own. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + Postgres.address("longarchive"),
                            "spring.datasource.username=postgres")
                    .applyTo(context);
        }
    }
}
