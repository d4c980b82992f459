package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.helpdesk.SavedFilters.Outcome;
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

/** Views of the list that somebody keeps for themselves. */
@SekishoTest
class SavedFiltersTest {

    @Autowired
    SavedFilters filters;

    @Autowired
    Queue queue;

    @Autowired
    TaskRegister register;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MutableClock clock;

    private final CaseId caseId = CaseId.next();
    private final TaskId task = new TaskId("task-of-" + caseId);
    private Account agent;
    private Account subject;

    @BeforeEach
    void an_agent_with_a_task() {
        agent = staff();
        subject = accounts.create(account -> account.name("Sought " + caseId));
        register.stands(new OfferedTask(
                task,
                caseId,
                new ProcessKey("dispute"),
                "userTask_checkDispute",
                new FormKey("dispute-check"),
                Optional.of(subject.id().value()),
                Barred.nobody(),
                Set.of("helpdesk"),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                50));
    }

    @AfterEach
    void nothing_is_left() {
        register.hasGone(task, false);
    }

    @Test
    void each_says_how_many_tasks_it_shows() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            QueueSearch everything = QueueSearch.everything();
            List<QueueSearch> views = List.of(
                    everything.containing(caseId.toString().substring(0, 8)),
                    everything.containing("Sought " + caseId).with(QueueFilter.UNASSIGNED),
                    everything.containing(subject.commonId().value()).of(Optional.of(new ProcessKey("recovery"))),
                    everything.containing("nobody is called so").by(QueueOrder.AGE),
                    everything.with(QueueFilter.MINE));
            for (int view = 0; view < views.size(); view++) {
                assertThat(filters.saved("View " + view, views.get(view))).isEqualTo(Outcome.DONE);
                clock.advance(Duration.ofSeconds(1));
            }

            List<SavedFilter> own = filters.own();
            assertThat(own).extracting(SavedFilter::search).isEqualTo(views);
            assertThat(own)
                    .extracting(filter -> queue.countsOf(own).get(filter.id()))
                    .containsExactly(1, 1, 0, 0, 0);
            own.forEach(filter -> assertThat(queue.countsOf(own).get(filter.id()))
                    .isEqualTo(queue.page(filter.search(), 100).tasks().size()));
        }
    }

    @Test
    void names_are_ones_own_and_told_apart() {
        QueueSearch search = QueueSearch.everything();
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(filters.saved("  Mine  ", search)).isEqualTo(Outcome.DONE);
            assertThat(filters.saved("Mine", search)).isEqualTo(Outcome.NAME_TAKEN);
            assertThat(filters.saved(" ", search)).isEqualTo(Outcome.BAD_NAME);
            assertThat(filters.saved("n".repeat(SavedFilters.LONGEST_NAME + 1), search))
                    .isEqualTo(Outcome.BAD_NAME);
            clock.advance(Duration.ofSeconds(1));
            assertThat(filters.saved("Another", search)).isEqualTo(Outcome.DONE);

            UUID another = filters.own().get(1).id();
            assertThat(filters.renamed(another, "Mine")).isEqualTo(Outcome.NAME_TAKEN);
            assertThat(filters.renamed(another, "木")).isEqualTo(Outcome.DONE);
            assertThat(filters.own()).extracting(SavedFilter::name).containsExactly("Mine", "木");

            filters.removed(another);
            assertThat(filters.own()).extracting(SavedFilter::name).containsExactly("Mine");
            for (int more = 1; more < SavedFilters.MOST; more++) {
                assertThat(filters.saved("More " + more, search)).isEqualTo(Outcome.DONE);
            }
            assertThat(filters.saved("One too many", search)).isEqualTo(Outcome.TOO_MANY);
        }
    }

    @Test
    void nobody_sees_changes_or_removes_those_of_another() {
        UUID id;
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            filters.saved("Theirs", QueueSearch.everything());
            id = filters.own().get(0).id();
        }
        try (SignedInAs ignored = SignedInAs.withRoles(staff().id(), Role.HELPDESK)) {
            assertThat(filters.own()).isEmpty();
            assertThat(filters.find(id)).isEmpty();
            filters.renamed(id, "Mine now");
            filters.removed(id);
        }
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(filters.find(id)).map(SavedFilter::name).contains("Theirs");
        }
    }

    private Account staff() {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK));
    }
}
