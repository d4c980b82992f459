package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.vouching.Relation;
import org.sekisho.vouching.TestVouchers;
import org.sekisho.vouching.VouchAnswer;
import org.sekisho.vouching.Vouching;
import org.sekisho.vouching.VouchingState;
import org.sekisho.vouching.Vouchings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager is asked whether it is their person, and answers in every way there is. */
@SekishoTest
class VouchingProcessTest {

    @Autowired
    ProcessPlay play;

    @Autowired
    Vouchings vouchings;

    @Autowired
    VoucherProof proof;

    @Autowired
    TestVouchers vouchers;

    @Autowired
    TestRecoveries people;

    @Autowired
    Recoveries recoveries;

    @Autowired
    RecoveryDecisions decisions;

    @Autowired
    Evidence evidence;

    @Autowired
    TaskInbox inbox;

    @Autowired
    FreshFactor fresh;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private AccountId manager;
    private AccountId account;
    private AccountId agent;
    private AccountId lead;
    private CaseId recovery;

    @BeforeEach
    void a_person_with_a_manager_has_lost_their_app() {
        manager = vouchers.settled(Role.HELPDESK);
        account = accounts.create(person ->
                        person.name("Mori Aoi").address("known@example.ac.jp").manager(manager))
                .id();
        apps.enroll(account);
        enforcement.begin(account);
        agent = staff(Role.HELPDESK);
        lead = staff(Role.LEAD);
        recovery = people.opens(account, new HereBrowser());
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("vouching"));
    }

    @Test
    void a_yes_is_evidence_with_who_and_when_and_whoever_gave_it_has_no_part_in_the_decision() {
        CaseId question = asks();
        play.waitsAt(question, "userTask_answerVouching");
        assertThat(mail(manager, "Is it somebody you know?"))
                .hasValueSatisfying(
                        body -> assertThat(body).contains("Mori Aoi").doesNotContain("known@example.ac.jp"));
        assertThat(vouchers.answers(recovery, manager, VouchAnswer.YES)).isTrue();
        play.hasEnded(question).hasPassed(question, "event_personVouchedFor").nothingIsLeftOf(question);
        assertThat(evidence.of(recovery)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(EvidenceKind.VOUCHED);
            assertThat(item.accepted()).isTrue();
            assertThat(item.checkedBy()).hasValue(manager);
            assertThat(item.at()).isEqualTo(clock.instant());
        });
        assertThat(subjects(account)).contains("Somebody has vouched for you");

        people.givesPhoto(account, recovery);
        people.passesOn(account, recovery);
        assertThat(tasks(manager)).as("who has vouched does not decide").isEmpty();
        people.acceptsAll(agent, recovery);
        RecoveryFile file = people.staff(agent, Role.HELPDESK, () -> decisions.file(people.only(recovery)));
        assertThat(file.assessment().combination()).isEqualTo("photo-and-vouching");
        assertThat(file.vouchings()).singleElement().satisfies(asked -> {
            assertThat(asked.vouching().relation()).isEqualTo(Relation.MANAGER);
            assertThat(asked.vouching().state()).isEqualTo(VouchingState.VOUCHED);
            assertThat(asked.name()).isNotBlank();
        });
    }

    @Test
    void a_no_speaks_against_the_person_and_alarms_all_who_may_decide() {
        CaseId question = asks();
        people.givesPhoto(account, recovery);
        people.passesOn(account, recovery);
        assertThat(vouchers.answers(recovery, manager, VouchAnswer.NO)).isTrue();
        play.hasEnded(question).hasPassed(question, "event_vouchingDenied");
        assertThat(evidence.of(recovery))
                .filteredOn(item -> item.kind() == EvidenceKind.VOUCHED)
                .singleElement()
                .matches(item -> item.result() == EvidenceItem.Result.REJECTED);
        String alarm = "Somebody says that a recovery is not by its person";
        assertThat(subjects(agent)).contains(alarm);
        assertThat(subjects(lead)).contains(alarm);
        assertThat(subjects(manager)).doesNotContain(alarm);
        assertThat(subjects(account)).doesNotContain(alarm);
        play.waitsAt(recovery, "userTask_decideRecovery");
    }

    @Test
    void who_cannot_say_says_nothing_about_the_person() {
        CaseId question = asks();
        vouchers.answers(recovery, manager, VouchAnswer.CANNOT_SAY);
        play.hasEnded(question).hasPassed(question, "event_vouchingDeclined");
        assertThat(evidence.of(recovery)).isEmpty();
        assertThat(state()).isEqualTo(VouchingState.DECLINED);
    }

    @Test
    void who_does_not_answer_is_reminded_and_then_no_longer_asked() {
        CaseId question = asks();
        play.fireTimer(question, "event_reminderDue").waitsAt(question, "userTask_answerVouching");
        assertThat(subjects(manager)).contains("Your answer is still needed");
        play.fireTimer(question, "event_answerOverdue").hasEnded(question);
        assertThat(state()).isEqualTo(VouchingState.EXPIRED);
    }

    @Test
    void when_the_recovery_is_over_nobody_need_answer() {
        CaseId question = asks();
        people.as(account, recovery, () -> {
            recoveries.withdrawn();
            return true;
        });
        play.hasEnded(question).hasPassed(question, "event_vouchingOver");
        assertThat(state()).isEqualTo(VouchingState.OVER);
    }

    @Test
    void an_account_that_ends_need_not_answer() {
        CaseId question = asks();
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(manager)));
        play.hasEnded(question);
        assertThat(state()).isEqualTo(VouchingState.OVER);
        play.waitsAt(recovery, "userTask_giveEvidence");
    }

    @Test
    void each_is_asked_once_in_a_case_however_often_and_at_whatever_moment_the_person_asks() throws Exception {
        List<TaskId> task = List.of(people.as(account, recovery, () -> people.only(recovery)));
        InParallel.on(
                4,
                () -> people.as(account, recovery, () -> {
                    proof.asked(task.get(0));
                    return true;
                }));
        assertThat(vouchings.of(recovery)).hasSize(1);
    }

    @Test
    void whoever_has_worked_on_the_case_before_is_not_asked() {
        people.givesPhoto(account, recovery);
        people.passesOn(account, recovery);
        people.acceptsAll(manager, recovery);
        people.decides(manager, recovery, Verdict.ASK_MORE, "Another picture, please");
        ask(account, recovery);
        assertThat(vouchings.of(recovery)).isEmpty();
    }

    @Test
    void in_another_browser_nobody_is_asked() {
        people.as(account, recovery, () -> {
            TaskId task = people.only(recovery);
            assertThatThrownBy(() -> new HereBrowser().requests(() -> {
                        proof.asked(task);
                        return true;
                    }))
                    .isInstanceOf(TaskUnavailable.class);
            return true;
        });
        assertThat(vouchings.of(recovery)).isEmpty();
    }

    @Test
    void an_answer_needs_a_fresh_proof_and_methods_that_are_not_new() {
        CaseId question = asks();
        try (SignedInAs at = SignedInAs.holder(manager)) {
            TaskId task = inbox.ofCase(question).get(0).id();
            assertThat(vouchings.question(task).person()).isEqualTo("Mori Aoi");
            assertThatThrownBy(() -> vouchings.answered(task, VouchAnswer.YES)).isInstanceOf(ProofNeeded.class);
            fresh.proved(manager, at.person().session());
            apps.enroll(manager);
            assertThat(vouchings.answered(task, VouchAnswer.YES)).isFalse();
            assertThat(evidence.of(recovery)).isEmpty();
        }
        play.waitsAt(question, "userTask_answerVouching");
    }

    @Test
    void nobody_answers_for_another_not_even_the_person() {
        CaseId question = asks();
        try (SignedInAs at = SignedInAs.holder(manager)) {
            TaskId task = inbox.ofCase(question).get(0).id();
            assertThat(at.person().signedIn()).isTrue();
            for (AccountId other : List.of(account, agent, lead)) {
                try (SignedInAs stranger = SignedInAs.withRoles(other, Role.HELPDESK, Role.LEAD)) {
                    fresh.proved(other, stranger.person().session());
                    assertThatThrownBy(() -> vouchings.answered(task, VouchAnswer.YES))
                            .isInstanceOf(TaskUnavailable.class);
                    assertThatThrownBy(() -> vouchings.question(task)).isInstanceOf(TaskUnavailable.class);
                }
            }
        }
    }

    @Test
    void somebody_is_asked_ten_times_a_day_at_most_by_whomever() {
        for (int number = 0; number < 11; number++) {
            AccountId employee =
                    accounts.create(person -> person.manager(manager)).id();
            apps.enroll(employee);
            enforcement.begin(employee);
            CaseId caseId = people.opens(employee, new HereBrowser());
            ask(employee, caseId);
            assertThat(vouchings.of(caseId)).hasSize(number < 10 ? 1 : 0);
        }
    }

    private CaseId asks() {
        ask(account, recovery);
        return vouchers.question(recovery, manager).orElseThrow();
    }

    private void ask(AccountId person, CaseId caseId) {
        people.as(person, caseId, () -> {
            proof.asked(people.only(caseId));
            return true;
        });
    }

    private VouchingState state() {
        return vouchings.of(recovery).stream().map(Vouching::state).findFirst().orElseThrow();
    }

    private List<TaskId> tasks(AccountId staff) {
        return people.staff(staff, Role.HELPDESK, () -> inbox.ofCase(recovery).stream()
                .map(task -> task.id())
                .toList());
    }

    private Optional<String> mail(AccountId to, String subject) {
        return outgoing.of(to).stream()
                .filter(message -> message.subject().equals(subject))
                .map(JdbcOutgoing.Waiting::body)
                .findFirst();
    }

    private List<String> subjects(AccountId of) {
        return outgoing.of(of).stream().map(JdbcOutgoing.Waiting::subject).toList();
    }

    private AccountId staff(Role role) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF)
                        .address(UUID.randomUUID() + "@example.ac.jp")
                        .roles(role))
                .id();
    }
}
