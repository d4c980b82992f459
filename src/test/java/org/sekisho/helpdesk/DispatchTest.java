package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.helpdesk.Dispatch.Outcome;
import org.sekisho.process.Barred;
import org.sekisho.process.CaseId;
import org.sekisho.process.FormKey;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

/** Sharing work out, many at a time and many at once. */
@SekishoTest
class DispatchTest {

    private static final int AT_ONCE = 8;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Queue queue;

    @Autowired
    private TaskRegister register;

    @Autowired
    private Disputes disputes;

    @Autowired
    private TestApps apps;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TaskInbox inbox;

    private Account lead;
    private TaskId task;

    @BeforeEach
    void a_change_is_disputed() {
        Account person = accounts.create(account -> account.address("dispatch@example.ac.jp"));
        lead = staff(Role.LEAD);
        apps.enroll(person.id());
        Link link = disputes.disputed(MailedLinks.of(outgoing, person.id(), "A method was added to your account")
                .get(0));
        CaseId caseId = ((Link.Used) link).dispute().caseId();
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            task = inbox.ofCase(caseId).get(0).id();
        }
    }

    @Test
    void of_many_agents_who_take_a_task_at_once_one_gets_it_and_the_list_says_who() throws Exception {
        List<Outcome> outcomes = InParallel.on(AT_ONCE, () -> {
            Account agent = staff(Role.HELPDESK);
            try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
                return dispatch.claim(task);
            }
        });

        assertThat(outcomes).containsOnlyOnce(Outcome.DONE);
        assertThat(outcomes).filteredOn(Outcome.GONE::equals).hasSize(AT_ONCE - 1);
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            assertThat(queue.page(QueueSearch.everything(), 1000).tasks())
                    .filteredOn(found -> found.id().equals(task))
                    .singleElement()
                    .satisfies(found -> assertThat(found.assignee().map(holder -> holder.value()))
                            .isEqualTo(inbox.find(task).orElseThrow().assignee())
                            .isPresent());
        }
    }

    @Test
    void one_task_that_has_gone_keeps_nobody_from_the_rest() {
        TaskId gone = new TaskId("gone");
        Account agent = staff(Role.HELPDESK);
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            Map<TaskId, Outcome> outcomes = dispatch.assign(List.of(gone, task), agent.id());

            assertThat(outcomes).containsExactly(Map.entry(gone, Outcome.GONE), Map.entry(task, Outcome.DONE));
        }
    }

    @Test
    void only_a_lead_gives_tasks_to_others() {
        Account agent = staff(Role.HELPDESK);
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            assertThat(dispatch.assign(List.of(task), agent.id())).containsValue(Outcome.NOT_ALLOWED);
            assertThat(dispatch.takeBack(List.of(task))).containsValue(Outcome.NOT_ALLOWED);
            assertThat(inbox.find(task).orElseThrow().assignee()).isEmpty();
        }
    }

    @Test
    void nobody_who_is_no_agent_is_given_a_task() {
        Account approver = staff(Role.APPROVER);
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            assertThat(dispatch.assign(List.of(task), approver.id())).containsValue(Outcome.NOT_THEIRS);
            assertThat(dispatch.staff())
                    .extracting(Account::id)
                    .contains(lead.id())
                    .doesNotContain(approver.id());
        }
    }

    @Test
    void cases_of_privileged_accounts_are_shown_to_privileged_agents_alone() {
        TaskId privileged = new TaskId("privileged-" + task);
        register.stands(new OfferedTask(
                privileged,
                CaseId.next(),
                new ProcessKey("recovery"),
                "userTask_decideRecovery",
                new FormKey("recovery-decide"),
                Optional.empty(),
                Barred.nobody(),
                Set.of("helpdesk:privileged", "lead:privileged"),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                50));
        try {
            Account agent = accounts.create(account ->
                    account.affiliation(Affiliation.STAFF).rank(Rank.PRIVILEGED).roles(Role.HELPDESK, Role.LEAD));
            try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK, Role.LEAD)) {
                assertThat(shown()).containsOnlyOnce(privileged);
            }
            try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
                assertThat(shown()).contains(task).doesNotContain(privileged);
            }
        } finally {
            register.hasGone(privileged, false);
        }
    }

    private List<TaskId> shown() {
        return queue.page(QueueSearch.everything().by(QueueOrder.AGE), 1000).tasks().stream()
                .map(QueuedTask::id)
                .toList();
    }

    private Account staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role));
    }
}
