package org.sekisho.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.MfaStatus;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.methodchange.Change;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.termination.Terminations.Answer;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class TerminationProcessTest {

    private static final String WHY = "I work where phones must stay outside.";

    @Autowired
    ProcessPlay play;

    @Autowired
    Terminations terminations;

    @Autowired
    JdbcTerminations table;

    @Autowired
    TerminationStatements statements;

    @Autowired
    MethodChanges changes;

    @Autowired
    Enrollments enrollments;

    @Autowired
    Enforcement enforcement;

    @Autowired
    Factors factors;

    @Autowired
    Freezes freezes;

    @Autowired
    Disputes disputes;

    @Autowired
    TestApps apps;

    @Autowired
    TaskInbox inbox;

    @Autowired
    FreshFactor fresh;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private AccountId account;
    private AccountId agent;
    private SignedInAs session;

    @BeforeEach
    void a_person_with_mfa_has_just_proved_a_method() {
        account = accounts.create(person -> person.address("one@example.ac.jp").address("two@example.org"))
                .id();
        agent = staff(Rank.ORDINARY, Role.HELPDESK);
        begins(account);
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("termination"));
    }

    @Test
    void an_approved_request_switches_mfa_off_when_the_wait_is_over() {
        CaseId caseId = requested();
        play.waitsAt(caseId, "userTask_decideTermination");
        decides(caseId, true, "Spoke with her.");

        play.waitsAt(caseId, "event_waitOver");
        assertThat(terminations.open()).hasValueSatisfying(open -> {
            assertThat(open.state()).isEqualTo(TerminationState.APPROVED);
            assertThat(open.mfaEndsAt()).contains(clock.instant().plus(Duration.ofHours(24)));
        });
        assertThat(enforcement.isOn(account)).isTrue();
        assertThat(factors.active(account)).hasSize(1);

        changes.requested(Change.ADD, Optional.empty());
        CaseId change = changes.open().orElseThrow().caseId();
        play.fireTimer(caseId, "event_waitOver");

        play.hasEnded(caseId).hasPassed(caseId, "event_mfaTerminated").nothingIsLeftOf(caseId);
        play.hasEnded(change).nothingIsLeftOf(change);
        assertThat(enforcement.isOn(account)).isFalse();
        assertThat(factors.active(account)).isEmpty();
        assertThat(changes.open()).isEmpty();
        assertThat(table.find(caseId).map(Termination::state)).contains(TerminationState.TERMINATED);
        assertThat(enrollments.status()).isInstanceOf(MfaStatus.Off.class);
        assertThat(enrollments.applied(Optional.empty())).isEqualTo(Enrollments.Answer.DONE);
        assertThat(subjects(account))
                .contains("You have asked for MFA to be switched off", "MFA will be switched off", "MFA is off");
    }

    @Test
    void a_refusal_is_told_with_its_reason_and_may_be_followed_by_another_request() {
        CaseId caseId = requested();
        decides(caseId, false, "A key without a phone is at the desk for you.");

        play.hasEnded(caseId).hasPassed(caseId, "event_refusalTold").nothingIsLeftOf(caseId);
        assertThat(enforcement.isOn(account)).isTrue();
        assertThat(said(caseId)).containsExactly(WHY, "A key without a phone is at the desk for you. refused");
        assertThat(terminations.history()).first().satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(TerminationState.REFUSED);
            assertThat(refused.decisionReason()).contains("A key without a phone is at the desk for you.");
        });
        assertThat(outgoing.of(account))
                .filteredOn(mail -> mail.subject().equals("MFA stays on"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.body()).contains("A key without a phone is at the desk for you."));
        assertThat(requested()).isNotEqualTo(caseId);
    }

    /** What those who audit read of the case. */
    private List<String> said(CaseId caseId) {
        return statements.of(caseId).stream()
                .map(statement -> statement.words().orElse("")
                        + statement.result().map(result -> " " + result).orElse(""))
                .toList();
    }

    @Test
    void the_leads_are_told_of_a_request_that_waits_too_long() {
        AccountId lead = staff(Rank.ORDINARY, Role.LEAD);
        CaseId caseId = requested();
        play.fireTimer(caseId, "event_decisionOverdue").waitsAt(caseId, "userTask_decideTermination");
        play.hasPassed(caseId, "event_leadsTold");
        assertThat(subjects(lead)).containsExactly("A request to switch MFA off is overdue");
        try (SignedInAs there = SignedInAs.withRoles(lead, Role.LEAD)) {
            CaseTask task = task(caseId);
            assertThat(task.dueAt()).isPresent();
            terminations.decided(task.id(), true, "Late, and in order.");
            assertThat(there.person().account()).isEqualTo(lead);
        }
        play.waitsAt(caseId, "event_waitOver");
    }

    @Test
    void the_person_keeps_mfa_after_all_before_and_after_the_approval() {
        CaseId first = requested();
        assertThat(terminations.withdrawn()).isTrue();
        play.hasEnded(first).hasPassed(first, "event_mfaKept").nothingIsLeftOf(first);

        CaseId second = requested();
        decides(second, true, "In order.");
        assertThat(terminations.withdrawn()).isTrue();
        play.hasEnded(second).hasPassed(second, "event_mfaKept").nothingIsLeftOf(second);
        assertThat(enforcement.isOn(account)).isTrue();
        assertThat(factors.active(account)).hasSize(1);
        assertThat(terminations.withdrawn()).as("nothing is open").isFalse();
    }

    @Test
    void where_a_service_demands_mfa_a_lead_confirms_who_is_not_the_one_who_approved() {
        CaseId caseId = requestedByFaculty();
        AccountId first = staff(Rank.ORDINARY, Role.HELPDESK, Role.LEAD);
        try (SignedInAs there = SignedInAs.withRoles(first, Role.HELPDESK, Role.LEAD)) {
            TaskId task = task(caseId).id();
            terminations.decided(task, true, "Spoke with her.");
            play.waitsAt(caseId, "userTask_confirmTermination");
            assertThat(inbox.ofCase(caseId)).as("for a second person").isEmpty();
            assertThat(there.person().account()).isEqualTo(first);
        }
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThat(inbox.ofCase(caseId)).as("for a lead").isEmpty();
            assertThat(there.person().account()).isEqualTo(agent);
        }
        assertThat(terminations.open().map(Termination::state)).contains(TerminationState.CONFIRMING);
        AccountId lead = staff(Rank.ORDINARY, Role.LEAD);
        try (SignedInAs there = SignedInAs.withRoles(lead, Role.LEAD)) {
            CaseTask task = task(caseId);
            assertThat(terminations.request(task).decisionReason()).contains("Spoke with her.");
            terminations.decided(task.id(), true, "So did I.");
            assertThat(there.person().account()).isEqualTo(lead);
        }
        play.waitsAt(caseId, "event_waitOver");
        assertThat(table.find(caseId).flatMap(Termination::decisionReason)).contains("So did I.");
        assertThat(said(caseId)).containsExactly(WHY, "Spoke with her. approved", "So did I. approved");
    }

    @Test
    void what_the_second_person_refuses_is_refused_for_their_reason() {
        CaseId caseId = requestedByFaculty();
        decides(caseId, true, "In order.");
        AccountId lead = staff(Rank.ORDINARY, Role.LEAD);
        try (SignedInAs there = SignedInAs.withRoles(lead, Role.LEAD)) {
            terminations.decided(task(caseId).id(), false, "The VPN needs it.");
            assertThat(there.person().account()).isEqualTo(lead);
        }
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_confirmationRefused", "event_refusalTold")
                .nothingIsLeftOf(caseId);
        assertThat(terminations.history()).first().satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(TerminationState.REFUSED);
            assertThat(refused.decisionReason()).contains("The VPN needs it.");
        });
    }

    @Test
    void a_request_that_nobody_settles_expires() {
        CaseId caseId = requested();
        play.fireTimer(caseId, "event_requestExpired")
                .hasEnded(caseId)
                .hasPassed(caseId, "event_terminationExpired")
                .nothingIsLeftOf(caseId);
        assertThat(terminations.open()).isEmpty();
        assertThat(subjects(account)).contains("The request to switch MFA off has expired");
    }

    @Test
    void an_account_that_ends_takes_its_request_along() {
        CaseId caseId = requested();
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(account)));
        play.hasEnded(caseId).hasPassed(caseId, "event_terminationCancelled").nothingIsLeftOf(caseId);
        assertThat(table.find(caseId).map(Termination::state)).contains(TerminationState.CANCELLED);
    }

    @Test
    void the_link_in_each_notice_freezes_the_account_and_stops_the_request() {
        CaseId caseId = requested();
        decides(caseId, true, "In order.");
        assertThat(MailedLinks.of(outgoing, account, "You have asked for MFA to be switched off"))
                .hasSize(2);

        disputes.disputed(
                MailedLinks.of(outgoing, account, "MFA will be switched off").get(0));

        play.hasEnded(caseId).hasPassed(caseId, "event_terminationFrozen").nothingIsLeftOf(caseId);
        assertThat(enforcement.isOn(account)).isTrue();
        assertThat(freezes.of(account)).isPresent();
        assertThat(table.find(caseId).map(Termination::state)).contains(TerminationState.FROZEN);
        assertThatThrownBy(() -> terminations.requested(WHY)).isInstanceOf(ChangesRefused.class);
    }

    @Test
    void nobody_asks_without_a_reason_or_a_fresh_proof_or_with_mfa_off() {
        assertThatThrownBy(() -> terminations.requested(" \n ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terminations.requested("x".repeat(Terminations.LONGEST_REASON + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        try (SignedInAs unproved = SignedInAs.holder(account)) {
            assertThat(terminations.needsProof()).isTrue();
            assertThatThrownBy(() -> terminations.requested(WHY)).isInstanceOf(ProofNeeded.class);
            assertThat(unproved.person().account()).isEqualTo(account);
        }
        try (SignedInAs without = SignedInAs.holder(accounts.student().id())) {
            assertThat(terminations.requested(WHY)).isEqualTo(Answer.MFA_OFF);
            assertThat(without.person().signedIn()).isTrue();
        }
        assertThat(terminations.history()).isEmpty();
    }

    @Test
    void one_request_is_open_at_a_time_however_many_tabs_ask() throws Exception {
        List<Answer> answers = InParallel.on(8, () -> {
            try (SignedInAs tab = SignedInAs.again(session.person())) {
                return terminations.requested(WHY);
            }
        });
        assertThat(answers).containsOnlyOnce(Answer.STARTED).containsOnly(Answer.STARTED, Answer.OPEN_ALREADY);
        assertThat(terminations.history()).hasSize(1);
    }

    @Test
    void a_decision_counts_once_however_often_it_is_pressed() throws Exception {
        CaseId caseId = requested();
        AtomicInteger refused = new AtomicInteger();
        TaskId task;
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            task = task(caseId).id();
            InParallel.on(8, () -> {
                try (SignedInAs tab = SignedInAs.again(there.person())) {
                    terminations.decided(task, true, "Once.");
                } catch (TaskUnavailable gone) {
                    refused.incrementAndGet();
                }
                return true;
            });
        }
        assertThat(refused).hasValue(7);
        play.waitsAt(caseId, "event_waitOver");
    }

    @Test
    void a_decision_needs_a_reason() {
        CaseId caseId = requested();
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            TaskId task = task(caseId).id();
            assertThatThrownBy(() -> terminations.decided(task, true, "  "))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> terminations.decided(task, false, "x".repeat(Terminations.LONGEST_REASON + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(there.person().account()).isEqualTo(agent);
        }
        play.waitsAt(caseId, "userTask_decideTermination");
    }

    @Test
    void nobody_decides_their_own_request_or_without_the_role() {
        session.close();
        AccountId lead = staff(Rank.ORDINARY, Role.LEAD, Role.HELPDESK);
        begins(lead);
        CaseId own = requested();
        TaskId task;
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            task = task(own).id();
            assertThat(there.person().account()).isEqualTo(agent);
        }
        try (SignedInAs myself = SignedInAs.withRoles(lead, Role.LEAD, Role.HELPDESK)) {
            assertThat(inbox.ofCase(own)).isEmpty();
            assertThatThrownBy(() -> terminations.decided(task, true, "Mine.")).isInstanceOf(TaskUnavailable.class);
            assertThat(myself.person().account()).isEqualTo(lead);
        }
        AccountId approver = staff(Rank.ORDINARY, Role.APPROVER);
        try (SignedInAs other = SignedInAs.withRoles(approver, Role.APPROVER)) {
            assertThatThrownBy(() -> terminations.decided(task, true, "Not mine."))
                    .isInstanceOf(TaskUnavailable.class);
            assertThat(other.person().account()).isEqualTo(approver);
        }
        play.waitsAt(own, "userTask_decideTermination");
    }

    @Test
    void a_task_of_another_kind_or_one_that_a_colleague_holds_is_not_decided() {
        CaseId caseId = requested();
        AccountId colleague = staff(Rank.ORDINARY, Role.HELPDESK);
        TaskId task;
        try (SignedInAs there = SignedInAs.withRoles(colleague, Role.HELPDESK)) {
            task = task(caseId).id();
            inbox.claim(task);
            assertThat(there.person().account()).isEqualTo(colleague);
        }
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThatThrownBy(() -> terminations.decided(task, true, "Held by another."))
                    .isInstanceOf(TaskUnavailable.class);
            assertThat(there.person().account()).isEqualTo(agent);
        }
        changes.requested(Change.ADD, Optional.empty());
        TaskId choice = changes.currentTask().orElseThrow();
        assertThatThrownBy(() -> terminations.decided(choice, true, "Not such a task."))
                .isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void who_decides_about_a_privileged_account_is_privileged() {
        session.close();
        AccountId administrator = accounts.create(
                        person -> person.rank(Rank.PRIVILEGED).address("root@example.ac.jp"))
                .id();
        begins(administrator);
        AccountId ordinaryLead = staff(Rank.ORDINARY, Role.LEAD);
        AccountId privilegedLead = staff(Rank.PRIVILEGED, Role.LEAD);
        CaseId caseId = requested();
        try (SignedInAs there = SignedInAs.withRoles(ordinaryLead, Role.LEAD)) {
            assertThat(inbox.ofCase(caseId)).isEmpty();
            assertThat(there.person().account()).isEqualTo(ordinaryLead);
        }
        play.fireTimer(caseId, "event_decisionOverdue");
        assertThat(subjects(ordinaryLead)).isEmpty();
        assertThat(subjects(privilegedLead)).containsExactly("A request to switch MFA off is overdue");
        try (SignedInAs there = SignedInAs.withRoles(privilegedLead, Role.LEAD)) {
            terminations.decided(task(caseId).id(), true, "In order.");
            assertThat(there.person().account()).isEqualTo(privilegedLead);
        }
        play.waitsAt(caseId, "event_waitOver");
    }

    private void begins(AccountId person) {
        apps.enroll(person);
        transaction.executeWithoutResult(status -> enforcement.begin(person));
        session = SignedInAs.holder(person);
        transaction.executeWithoutResult(
                status -> fresh.proved(person, session.person().session()));
    }

    /** The VPN demands MFA of faculty. */
    private CaseId requestedByFaculty() {
        session.close();
        account = accounts.create(
                        person -> person.affiliation(Affiliation.FACULTY).address("prof@example.ac.jp"))
                .id();
        begins(account);
        return requested();
    }

    private CaseId requested() {
        assertThat(terminations.requested(WHY)).isEqualTo(Answer.STARTED);
        return terminations.open().orElseThrow().caseId();
    }

    private void decides(CaseId caseId, boolean approve, String reason) {
        try (SignedInAs there = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            CaseTask task = task(caseId);
            assertThat(terminations.request(task).reason()).isEqualTo(WHY);
            terminations.decided(task.id(), approve, reason);
            assertThat(there.person().account()).isEqualTo(agent);
        }
    }

    private CaseTask task(CaseId caseId) {
        return inbox.ofCase(caseId).get(0);
    }

    private AccountId staff(Rank rank, Role... roles) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF)
                        .rank(rank)
                        .address("staff@example.ac.jp")
                        .roles(roles))
                .id();
    }

    private List<String> subjects(AccountId of) {
        return outgoing.of(of).stream()
                .filter(mail -> !mail.subject().startsWith("A method"))
                .map(mail -> mail.subject())
                .distinct()
                .toList();
    }
}
