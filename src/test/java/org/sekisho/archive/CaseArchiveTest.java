package org.sekisho.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.calendar.BusinessCalendar;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.BegunCase;
import org.sekisho.process.CaseId;
import org.sekisho.process.EndedCase;
import org.sekisho.process.ProcessKey;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What those who audit find, in which order, and what of that is written down. */
@SekishoTest
class CaseArchiveTest {

    @Autowired
    CaseArchive archive;

    @Autowired
    JdbcArchivedCases cases;

    @Autowired
    JdbcCaseRecords records;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    MutableClock clock;

    /** No other test has cases of such a kind. */
    private final ProcessKey kind = new ProcessKey(
            "fixture-" + UUID.randomUUID().toString().replaceAll("[0-9]", "x").substring(0, 30));

    private final String mark = UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9-]", "x");
    private Instant now;
    private AccountId auditor;
    private Account person;

    @BeforeEach
    void an_auditor_and_somebody() {
        now = clock.instant();
        auditor = staff(Role.AUDITOR);
        person = accounts.create(account -> account.name("=Sought " + mark));
    }

    @Test
    void every_criterion_narrows_what_is_found() {
        CaseId open = add(Duration.ofDays(3), Optional.empty(), "userTask_a", Optional.of(person));
        CaseId done = add(Duration.ofDays(2), Optional.of(end("event_enrolled", 1)), "userTask_b", Optional.of(person));
        CaseId given = add(
                Duration.ofDays(1), Optional.of(end("event_enrollmentWithdrawn", 20)), "userTask_b", Optional.empty());

        assertThat(found(Map.of())).containsExactly(given, done, open);
        assertThat(found(Map.of("state", "open"))).containsExactly(open);
        assertThat(found(Map.of("state", "completed"))).containsExactly(done);
        assertThat(found(Map.of("state", "cancelled"))).containsExactly(given);
        assertThat(found(Map.of("step", "userTask_b"))).containsExactly(given, done);
        assertThat(found(Map.of("step", kind + "/userTask_b"))).containsExactly(given, done);
        assertThat(found(Map.of("step", "another/userTask_b"))).isEmpty();
        assertThat(found(Map.of("outcome", "event_enrolled"))).containsExactly(done);
        assertThat(found(Map.of("text", "sought " + mark))).containsExactly(done, open);
        assertThat(found(Map.of("text", person.commonId().value()))).containsExactly(done, open);
        assertThat(found(Map.of("text", done.toString().substring(0, 8)))).containsExactly(done);
        assertThat(found(Map.of("text", "nobody is called so"))).isEmpty();
        assertThat(found(Map.of("at-least", "PT10H"))).containsExactly(given);
        assertThat(found(Map.of("at-most", "PT10H"))).containsExactly(done);
        assertThat(found(Map.of("from", day(2), "until", day(2)))).containsExactly(done);
        assertThat(found(Map.of("order", "oldest"))).containsExactly(open, done, given);
        assertThat(found(Map.of("order", "ended"))).containsExactly(given, done);
        assertThat(found(Map.of("order", "longest"))).containsExactly(given, done);
        assertThat(found(Map.of("order", "shortest"))).containsExactly(done, given);
    }

    @Test
    void the_kinds_are_the_processes_that_cases_have_begun_with() {
        assertThat(as(Role.AUDITOR, archive::kinds)).doesNotContain(kind);
        add(Duration.ofDays(2), Optional.empty(), "userTask_a", Optional.empty());
        add(Duration.ofDays(1), Optional.empty(), "userTask_a", Optional.empty());

        assertThat(as(Role.AUDITOR, archive::kinds)).contains(kind).doesNotHaveDuplicates();
        assertThat(as(Role.AUDITOR, archive::callers))
                .contains(new ProcessKey("enrollment"), new ProcessKey("recovery"))
                .doesNotContain(new ProcessKey("dispute"));
    }

    @Test
    void whoever_has_acted_in_a_case_is_found_by_number_or_name() {
        CaseId worked = add(Duration.ofDays(3), Optional.empty(), "userTask_a", Optional.empty());
        CaseId read = add(Duration.ofDays(2), Optional.empty(), "userTask_a", Optional.empty());
        Account agent = accounts.create(account -> account.name("Agent " + mark));
        acts(agent, worked, "helpdesk.task-shared-out");
        acts(agent, read, "helpdesk.case-read");

        assertThat(found(Map.of("actor", "agent " + mark))).containsExactly(worked);
        assertThat(found(Map.of("actor", agent.commonId().value()))).containsExactly(worked);
        assertThat(found(Map.of("actor", "nobody is called so"))).isEmpty();
    }

    @Test
    void who_acted_long_ago_in_a_recorded_case_is_found_whatever_they_have_done_since() {
        CaseId recorded = add(Duration.ofDays(3), Optional.of(end("event_enrolled", 1)), "s", Optional.empty());
        CaseId open = add(Duration.ofDays(2), Optional.empty(), "s", Optional.empty());
        Account agent = accounts.create(account -> account.name("Agent " + mark));
        records.addActors(recorded, Set.of(agent.id().value()));
        acts(agent, open, "helpdesk.task-shared-out");

        assertThat(found(Map.of("actor", "agent " + mark))).containsExactly(open, recorded);
    }

    @Test
    void who_acted_in_more_cases_than_are_sought_one_by_one_is_found_in_each() {
        Account agent = accounts.create(account -> account.name("Agent " + mark));
        CaseId recorded = add(Duration.ofDays(3), Optional.of(end("event_enrolled", 1)), "s", Optional.empty());
        CaseId open = add(Duration.ofDays(2), Optional.empty(), "s", Optional.empty());
        add(Duration.ofDays(1), Optional.of(end("event_enrolled", 1)), "s", Optional.empty());
        for (int number = 0; number < 1000; number++) {
            records.addActors(CaseId.next(), Set.of(agent.id().value()));
        }
        records.addActors(recorded, Set.of(agent.id().value()));
        acts(agent, open, "helpdesk.task-shared-out");

        assertThat(found(Map.of("actor", "agent " + mark))).containsExactly(open, recorded);
    }

    @Test
    void who_acted_in_a_case_that_is_not_recorded_yet_is_found_whatever_they_have_done_since() {
        CaseId open = add(Duration.ofDays(3), Optional.empty(), "s", Optional.empty());
        CaseId ended = add(Duration.ofDays(2), Optional.of(end("event_enrolled", 1)), "s", Optional.empty());
        add(Duration.ofDays(1), Optional.empty(), "s", Optional.empty());
        Account agent = accounts.create(account -> account.name("Agent " + mark));
        acts(agent, open, "helpdesk.task-shared-out");
        acts(agent, ended, "helpdesk.task-shared-out");
        for (int number = 0; number < 1000; number++) {
            acts(agent, CaseId.next(), "helpdesk.task-shared-out");
        }

        assertThat(found(Map.of("actor", "agent " + mark))).containsExactly(ended, open);
    }

    @Test
    void who_acted_in_more_open_cases_than_are_sought_one_by_one_is_found_in_each() {
        Account agent = accounts.create(account -> account.name("Agent " + mark));
        CaseId recorded = add(Duration.ofDays(9), Optional.of(end("event_enrolled", 1)), "s", Optional.empty());
        CaseId oldest = add(Duration.ofDays(8), Optional.empty(), "s", Optional.empty());
        records.addActors(recorded, Set.of(agent.id().value()));
        acts(agent, oldest, "helpdesk.task-shared-out");
        for (int number = 0; number < 1000; number++) {
            acts(agent, add(Duration.ofDays(1), Optional.empty(), "s", Optional.empty()), "helpdesk.task-shared-out");
        }
        CaseId latest = add(Duration.ZERO, Optional.empty(), "s", Optional.empty());
        add(Duration.ofDays(7), Optional.empty(), "s", Optional.empty());
        acts(agent, latest, "helpdesk.task-shared-out");

        assertThat(found(Map.of("actor", "agent " + mark, "until", day(2)))).containsExactly(oldest, recorded);
        assertThat(found(Map.of("actor", "agent " + mark))).startsWith(latest);
    }

    @Test
    void where_too_many_are_called_so_that_is_told() {
        String name = "Crowd " + mark;
        for (int number = 0; number < CaseArchive.MOST_PEOPLE; number++) {
            accounts.create(account -> account.name(name));
        }
        assertThat(as(Role.AUDITOR, () -> archive.search(search(Map.of("text", name)), 5))
                        .partly())
                .isTrue();
        assertThat(as(Role.AUDITOR, () -> archive.search(search(Map.of("text", "Sought " + mark)), 5))
                        .partly())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void page_after_page_shows_each_case_once_in_every_order(CaseOrder order) {
        List<CaseId> all = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            // several begin and end in the same moment
            all.add(add(
                    Duration.ofDays(5 + number / 4), Optional.of(end("event_x", number / 5)), "s", Optional.empty()));
        }
        CaseSearch search = search(Map.of("order", order.name().toLowerCase(java.util.Locale.ROOT)));

        List<CaseId> shown = new ArrayList<>();
        as(Role.AUDITOR, () -> {
            CaseArchive.Found found = archive.search(search, 5);
            assertThat(found.count()).isEqualTo(23);
            FoundCases page = found.first();
            page.cases().forEach(one -> shown.add(one.id()));
            while (page.more()) {
                page = archive.more(search, page.cases().get(page.cases().size() - 1), 5);
                page.cases().forEach(one -> shown.add(one.id()));
            }
            return true;
        });

        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_search_and_what_is_opened_is_written_down_without_a_name() {
        CaseId caseId = add(Duration.ofDays(1), Optional.empty(), "s", Optional.of(person));
        as(Role.AUDITOR, () -> archive.search(search(Map.of("text", "Sought " + mark)), 10));
        as(Role.AUDITOR, () -> archive.opened(caseId.toString().substring(0, 8)));
        as(Role.AUDITOR, () -> archive.opened(caseId.toString()));

        List<AuditEvent> read = trail.ofCase(caseId.value());
        assertThat(read).hasSize(2).allSatisfy(event -> {
            assertThat(event.action()).isEqualTo("archive.case-read");
            assertThat(event.actor()).contains(auditor.value());
            assertThat(event.subject()).contains(person.id().value());
        });
        assertThat(searchesOf(auditor)).singleElement().satisfies(details -> assertThat(details)
                .containsEntry("criteria", "process,text")
                .containsEntry("hits", "1"));
        assertThat(as(Role.AUDITOR, () -> archive.opened("no such case"))).isEmpty();
        assertThat(as(Role.AUDITOR, () -> archive.opened(CaseId.next().toString())))
                .isEmpty();
    }

    @Test
    void an_export_is_a_table_without_formulas_that_excel_reads_and_is_written_down() throws IOException {
        for (int number = 0; number < 1200; number++) {
            add(Duration.ofMinutes(number), Optional.of(end("event_enrolled", 1)), "s", Optional.of(person));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as(Role.AUDITOR, () -> {
            try {
                archive.export(search(Map.of()), out);
                return true;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text.lines()).hasSize(1201);
        assertThat(text).contains(",\"'=Sought " + mark + "\",completed,");
        assertThatThrownBy(() -> as(Role.AUDITOR, () -> {
                    try {
                        archive.export(search(Map.of()), new Broken());
                        return true;
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(events(auditor, "archive.exported"))
                .extracting(event -> event.result() + event.details().getOrDefault("lines", ""))
                .containsSubsequence("begun", "exported1200", "begun")
                .last()
                .asString()
                .startsWith("broken-off");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void auditors_and_administrators_and_nobody_else(Role role) {
        CaseId caseId = add(Duration.ofDays(1), Optional.empty(), "s", Optional.of(person));
        ArchivedCase one = cases.find(caseId).orElseThrow();
        List<Supplier<Object>> acts = List.of(
                () -> archive.search(search(Map.of()), 10),
                () -> archive.more(search(Map.of()), one, 10),
                () -> archive.opened(caseId.toString()),
                archive::kinds,
                archive::callers,
                () -> archive.record(one),
                () -> archive.events(one),
                () -> archive.proven(one),
                () -> archive.related(one),
                () -> archive.proof(one),
                () -> archive.people(List.of(one)),
                () -> archive.known(List.of(person.id().value())),
                () -> archive.model(new CaseRecord.ModelVersion("bpmn", "recovery", 1, "")),
                () -> {
                    try {
                        archive.export(search(Map.of()), OutputStream.nullOutputStream());
                        return true;
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
        for (Supplier<Object> act : acts) {
            if (EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR).contains(role)) {
                as(role, act);
            } else {
                assertThatThrownBy(() -> as(role, act)).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void a_search_is_what_it_tells_of_itself() {
        Map<String, String> told = Map.ofEntries(
                Map.entry("text", "a name"),
                Map.entry("actor", "another"),
                Map.entry("process", "recovery"),
                Map.entry("state", "cancelled"),
                Map.entry("step", "recovery/userTask_a"),
                Map.entry("outcome", "event_b"),
                Map.entry("rule", "approval-policy/0123456789abcdef"),
                Map.entry("from", "2026-11-01"),
                Map.entry("until", "2026-11-02"),
                Map.entry("at-least", "PT1H"),
                Map.entry("at-most", "PT2H"));
        CaseSearch search = CaseSearch.of(told);
        assertThat(search.told()).isEqualTo(told);
        assertThat(CaseSearch.of(search.told())).isEqualTo(search);
        CaseSearch earlier = search.with("step", "userTask_a");
        assertThat(CaseSearch.of(earlier.told())).isEqualTo(earlier);
        assertThat(CaseSearch.of(Map.of(
                        "process", "x'; drop",
                        "state", "nonsense",
                        "step", "recovery/<b>",
                        "rule", "approval-policy/' or 1=1",
                        "from", "soon",
                        "at-least", "-PT1H",
                        "order", "random",
                        "text", "x".repeat(101))))
                .isEqualTo(CaseSearch.everything());
    }

    private List<CaseId> found(Map<String, String> told) {
        CaseSearch search = search(told);
        return as(Role.AUDITOR, () -> archive.search(search, 50)).first().cases().stream()
                .map(ArchivedCase::id)
                .toList();
    }

    private CaseSearch search(Map<String, String> told) {
        Map<String, String> all = new java.util.HashMap<>(told);
        all.put("process", kind.value());
        return CaseSearch.of(all);
    }

    private CaseId add(Duration ago, Optional<EndedCase> ended, String step, Optional<Account> subject) {
        CaseId caseId = CaseId.next();
        Instant begun = now.minus(ago);
        cases.add(
                new BegunCase(
                        caseId, kind, 1, subject.map(account -> account.id().value()), begun),
                Optional.of(new ArchivedCase.Step(kind, step)),
                ended.map(end -> new EndedCase(begun.plus(Duration.between(Instant.EPOCH, end.at())), end.ending())));
        // nobody can record them
        return caseId;
    }

    /** @param hours how long it took */
    private static EndedCase end(String event, int hours) {
        return new EndedCase(Instant.EPOCH.plus(Duration.ofHours(hours)), Optional.of(event));
    }

    private String day(int daysAgo) {
        return now.minus(Duration.ofDays(daysAgo))
                .atZone(calendar.zone())
                .toLocalDate()
                .toString();
    }

    private void acts(Account actor, CaseId caseId, String action) {
        try (SignedInAs ignored = SignedInAs.withRoles(actor.id(), Role.HELPDESK)) {
            trail.record(action, Optional.empty(), Optional.of(caseId.value()), "done", Map.of());
        }
    }

    private List<Map<String, String>> searchesOf(AccountId actor) {
        return events(actor, "archive.search").stream().map(AuditEvent::details).toList();
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private List<AuditEvent> events(AccountId actor, String action) {
        return jdbc.sql(
                        "select at, result, details from audit_event where actor = :actor and action = :action order by id")
                .param("actor", actor.value())
                .param("action", action)
                .query((row, number) -> new AuditEvent(
                        now,
                        Optional.of(actor.value()),
                        action,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        row.getString("result"),
                        details(row.getString("details"))))
                .list();
    }

    private static Map<String, String> details(String lines) {
        Map<String, String> all = new java.util.HashMap<>();
        lines.lines()
                .forEach(line -> all.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return all;
    }

    private <T> T as(Role role, Supplier<T> work) {
        try (SignedInAs ignored = SignedInAs.withRoles(role == Role.AUDITOR ? auditor : staff(role), role)) {
            return work.get();
        }
    }

    private AccountId staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    /** Whoever reads goes away. */
    private static final class Broken extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            throw new IOException("gone");
        }
    }
}
