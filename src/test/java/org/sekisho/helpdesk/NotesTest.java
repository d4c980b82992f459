package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.EveryTable;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes on a case, and who has it open. */
@SekishoTest
class NotesTest {

    @Autowired
    Notes notes;

    @Autowired
    Watchers watchers;

    @Autowired
    CaseNews news;

    @Autowired
    TaskRegister register;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    EveryTable everyTable;

    @Autowired
    MutableClock clock;

    private final CaseId caseId = CaseId.next();
    private Account agent;
    private Account colleague;

    @BeforeEach
    void a_case_of_the_helpdesk() {
        agent = agent("Agent");
        colleague = agent("Colleague");
        TaskId task = new TaskId("task-of-" + caseId);
        register.stands(new OfferedTask(
                task,
                caseId,
                new ProcessKey("dispute"),
                "userTask_checkDispute",
                new FormKey("dispute-check"),
                Optional.of(accounts.student().id().value()),
                Barred.nobody(),
                Set.of("helpdesk"),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                50));
        register.hasGone(task, true);
    }

    @Test
    void the_newest_stands_first_with_who_and_when_and_nowhere_else() {
        String words = "called back " + UUID.randomUUID();
        AtomicInteger told = new AtomicInteger();
        Runnable end = news.of(caseId).listen(told::incrementAndGet);
        write(agent, "first");
        clock.advance(Duration.ofMinutes(1));
        write(colleague, "  " + words + "\nsecond line ");
        end.run();

        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            List<CaseNote> found = notes.of(caseId);
            assertThat(found).extracting(CaseNote::text).containsExactly(words + "\nsecond line", "first");
            assertThat(found).extracting(CaseNote::author).containsExactly(colleague.id(), agent.id());
            assertThat(found.get(0).at()).isEqualTo(clock.instant());
            assertThat(found.get(0).toString()).doesNotContain(words);
        }
        assertThat(told).hasValue(2);
        assertThat(everyTable.placesOf(List.of(words)))
                .allMatch(place -> place.toLowerCase().contains("helpdesk_note"));
        assertThat(trail.ofCase(caseId.value())).hasSize(2).allSatisfy(event -> assertThat(event.action())
                .isEqualTo("helpdesk.note-written"));
    }

    @Test
    void a_note_that_says_nothing_or_too_much_is_refused() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            for (String bad : List.of("", " \n ", "a".repeat(Notes.LONGEST + 1))) {
                assertThatThrownBy(() -> notes.written(caseId, bad)).isInstanceOf(IllegalArgumentException.class);
            }
            notes.written(caseId, "木".repeat(Notes.LONGEST));
            assertThat(notes.of(caseId)).hasSize(1);
        }
    }

    @Test
    void two_who_have_a_case_open_know_of_each_other_until_one_leaves() {
        UUID mine = UUID.randomUUID();
        UUID mineToo = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        AtomicInteger told = new AtomicInteger();
        Runnable end = news.of(caseId).listen(told::incrementAndGet);

        assertThat(seen(agent, mine)).isEmpty();
        assertThat(seen(agent, mineToo)).isEmpty();
        assertThat(seen(colleague, theirs)).containsExactly("Agent");
        assertThat(seen(agent, mine)).containsExactly("Colleague");
        assertThat(told).as("pages that came, and none that only stayed").hasValue(3);

        watchers.left(theirs, caseId);
        assertThat(told).hasValue(4);
        end.run();
        assertThat(seen(agent, mine)).isEmpty();
    }

    @Test
    void a_page_that_says_nothing_any_more_is_forgotten() {
        UUID theirs = UUID.randomUUID();
        seen(colleague, theirs);
        clock.advance(Watchers.AGAIN);
        assertThat(seen(agent, UUID.randomUUID())).containsExactly("Colleague");

        clock.advance(Watchers.GONE);
        assertThat(seen(agent, UUID.randomUUID())).isEmpty();
    }

    private List<String> seen(Account who, UUID page) {
        try (SignedInAs ignored = SignedInAs.withRoles(who.id(), Role.HELPDESK)) {
            return watchers.seen(page, caseId).stream().map(Account::name).toList();
        }
    }

    private void write(Account who, String text) {
        try (SignedInAs ignored = SignedInAs.withRoles(who.id(), Role.HELPDESK)) {
            notes.written(caseId, text);
        }
    }

    private Account agent(String name) {
        return accounts.create(
                account -> account.name(name).affiliation(Affiliation.STAFF).roles(Role.HELPDESK));
    }
}
