package org.sekisho.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.contact.ContactSetup;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.enrollment.EnrollmentProperties.RecoveryCodes;
import org.sekisho.enrollment.EnrollmentProperties.SecondMethod;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.passkey.PasskeySetup;
import org.sekisho.factor.passkey.Registered;
import org.sekisho.factor.passkey.TestDevice;
import org.sekisho.factor.recoverycodes.CodeSet;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.termination.MfaTerminated;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.VerificationEnded;
import org.sekisho.verification.VerificationEnded.Outcome;
import org.sekisho.verification.VerificationPurpose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class EnrollmentProcessTest {

    @Autowired
    ProcessPlay play;

    @Autowired
    Processes processes;

    @Autowired
    Enrollments enrollments;

    @Autowired
    JdbcEnrollments table;

    @Autowired
    EnrollmentNews news;

    @Autowired
    EnrollmentLanding landing;

    @Autowired
    Factors factors;

    @Autowired
    Freezes freezes;

    @Autowired
    MethodOffer offer;

    @Autowired
    TotpSetup totp;

    @Autowired
    PasskeySetup passkeys;

    @Autowired
    RecoveryCodesSetup recoveryCodes;

    @Autowired
    TaskInbox inbox;

    @Autowired
    FreshFactor fresh;

    @Autowired
    Enforcement enforcement;

    @Autowired
    ContactSetup contactSetup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private AccountId student;
    private SignedInAs session;

    @BeforeEach
    void a_student_signed_in() {
        student = accounts.create(account -> account.affiliation(Affiliation.STUDENT))
                .id();
        session = SignedInAs.holder(student);
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("enrollment"));
    }

    @Test
    void mfa_is_never_seen_as_off_while_it_comes_into_force() throws Exception {
        ExecutorService readers = Executors.newSingleThreadExecutor();
        try {
            for (int activation = 0; activation < 50; activation++) {
                AccountId account = accounts.create(person -> {}).id();
                CaseId caseId = CaseId.next();
                Instant now = Instant.now();
                table.add(caseId, account, now, now, Optional.empty());
                table.schedule(caseId, now);
                CountDownLatch reading = new CountDownLatch(1);
                Future<Set<MfaStatus>> seen = readers.submit(() -> {
                    Set<MfaStatus> all = new HashSet<>();
                    while (!all.contains(new MfaStatus.On())) {
                        all.add(enrollments.status(account));
                        reading.countDown();
                    }
                    return all;
                });
                reading.await();
                transaction.executeWithoutResult(activate -> {
                    enforcement.begin(account);
                    table.end(caseId, EnrollmentState.ACTIVE, now);
                });
                assertThat(seen.get(20, TimeUnit.SECONDS)).doesNotContain(new MfaStatus.Off());
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void the_result_of_an_application_is_nothing_to_look_at_once_mfa_is_terminated() {
        CaseId caseId = activated();
        transaction.executeWithoutResult(status -> {
            enforcement.end(student);
            events.publishEvent(new MfaTerminated(student, CaseId.next()));
        });
        play.hasEnded(caseId).hasPassed(caseId, "event_terminatedUnseen").nothingIsLeftOf(caseId);
        assertThat(enrollments.status()).isEqualTo(new MfaStatus.Off());
        assertThat(enrollments.history()).first().extracting(Enrollment::state).isEqualTo(EnrollmentState.TERMINATED);
        assertThat(enrollments.milestones(caseId)).isNotEmpty();
    }

    @Test
    void the_whole_way_from_application_to_mfa() {
        CaseId caseId = applied();
        assertThat(enrollments.status()).isInstanceOf(MfaStatus.BeingSetUp.class);
        play.waitsAt(caseId, "event_personSignedIn");

        land();
        play.waitsAt(caseId, "userTask_readMoreInformation");
        enrollments.next(task(caseId));
        enrollMethod(caseId);
        confirmContact(caseId);
        play.waitsAt(caseId, "userTask_startTrial");
        assertThat(enforcement.isOn(student)).isFalse();

        enrollments.trialStarted(task(caseId));
        assertThat(news.isOnTrial(student)).isTrue();
        verification(Outcome.PASSED);
        play.waitsAt(caseId, "event_propagated");
        assertThat(enrollments.status()).isInstanceOf(MfaStatus.ActiveAt.class);
        assertThat(enforcement.isOn(student))
                .as("not before the propagation is over")
                .isFalse();

        play.fireTimer(caseId, "event_propagated").runJobs(caseId);
        play.waitsAt(caseId, "userTask_seeResult");
        assertThat(enrollments.status()).isEqualTo(new MfaStatus.On());
        assertThat(enforcement.isOn(student)).isTrue();

        enrollments.resultSeen(task(caseId));
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_mfaActivated", "event_enrolled")
                .nothingIsLeftOf(caseId);
    }

    @Test
    void a_second_application_starts_no_second_case() {
        applied();
        assertThat(enrollments.applied(Optional.empty())).isEqualTo(Enrollments.Answer.OPEN_ALREADY);
        assertThat(enrollments.history()).hasSize(1);
    }

    @Test
    void not_now_is_asked_again_at_the_next_sign_in_until_the_budget_is_used_up() {
        CaseId caseId = applied();
        for (int time = 0; time < 3; time++) {
            land();
            assertThat(enrollments.notNowBudget()).isPresent();
            assertThat(enrollments.notNow(task(caseId))).isTrue();
            play.waitsAt(caseId, "event_personSignedIn");
        }
        land();
        assertThat(enrollments.notNowBudget()).isEmpty();
        assertThat(enrollments.notNow(task(caseId))).isFalse();
        play.waitsAt(caseId, "userTask_readMoreInformation");
    }

    @Test
    void a_privileged_account_is_asked_for_in_person_where_the_policy_says_so() {
        AccountId approver = accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .unit("desk-" + student.toString().substring(0, 8))
                        .roles(Role.APPROVER))
                .id();
        AccountId privileged = accounts.create(account -> account.affiliation(Affiliation.FACULTY)
                        .unit("desk-" + student.toString().substring(0, 8))
                        .rank(Rank.PRIVILEGED))
                .id();
        Actor clerk = Actor.person(
                approver.value(), Set.of("approver:desk-" + student.toString().substring(0, 8)));
        try (var person = SignedInAs.holder(privileged)) {
            CaseId caseId = applied();
            play.completeAs(clerk, caseId, "userTask_decideApplication", text("decision", "approve"));
            landing.after(person.person());
            play.completeAs(
                    Actor.person(privileged.value(), Set.of()),
                    caseId,
                    "userTask_readMoreInformation",
                    Variables.of(EnrollmentVariables.ANSWER, EnrollmentVariables.Answer.NEXT)
                            .and(EnrollmentVariables.IN_PERSON, true));
            play.waitsAt(caseId, "userTask_confirmPresence");
            assertThat(enrollments.currentTask())
                    .as("nothing for the person to do")
                    .isEmpty();
            play.completeAs(clerk, caseId, "userTask_confirmPresence", Variables.none());
            play.waitsAt(caseId, "userTask_chooseDevice");
        }
    }

    @Test
    void a_refused_application_says_why_and_may_be_made_again() {
        AccountId guest = accounts.create(account -> account.affiliation(Affiliation.GUEST))
                .id();
        try (var person = SignedInAs.holder(guest)) {
            CaseId caseId = applied();
            Actor lead = Actor.person(UUID.randomUUID(), Set.of("lead"));
            play.completeAs(lead, caseId, "userTask_decideApplication", text("decision", "refuse"));
            play.hasEnded(caseId)
                    .hasPassed(caseId, "event_refused", "event_applicationRefused", "event_enrollmentRefused")
                    .nothingIsLeftOf(caseId);
            assertThat(enrollments.status()).isEqualTo(new MfaStatus.Off());
            assertThat(enrollments.applied(Optional.empty())).isEqualTo(Enrollments.Answer.DONE);
            assertThat(enrollments.history()).hasSize(2);
        }
    }

    @Test
    void a_method_that_was_not_bound_is_offered_again() {
        CaseId caseId = inSetup();
        play.fireTimer(caseId, "event_bindingExpired").waitsAt(caseId, "userTask_readMoreInformation");
        assertThat(factors.active(student)).isEmpty();
    }

    @Test
    void who_wants_a_different_app_is_asked_which_method_and_may_go_back() {
        CaseId caseId = inSetup();
        totp.anotherWanted(task(caseId));
        play.waitsAt(caseId, "userTask_chooseMethod");
        offer.back(task(caseId));
        play.waitsAt(caseId, "userTask_chooseDevice");
        totp.anotherWanted(task(caseId));
        assertThat(offer.kinds(student, Optional.empty()))
                .as("the first method is one that may be the default")
                .isNotEmpty()
                .allMatch(type -> type.traits().first());
        offer.chosen(task(caseId), "totp");
        enrollMethod(caseId);
        play.waitsAt(caseId, "userTask_enterAddress");
    }

    @Test
    void a_disputed_change_withdraws_an_application_that_is_not_active_yet() {
        CaseId caseId = onTrial();
        CaseId dispute = CaseId.next();
        transaction.executeWithoutResult(
                status -> freezes.freeze(student, dispute, session.person().passwordAt()));
        undone(caseId, "event_enrollmentWithdrawn", EnrollmentState.WITHDRAWN);
    }

    @Test
    void a_failed_trial_is_helped_and_tried_again() {
        CaseId caseId = onTrial();
        verification(Outcome.FAILED);
        play.waitsAt(caseId, "userTask_helpWithTrial");
        assertThat(news.isOnTrial(student)).as("the password works on its own").isFalse();
        assertThat(enforcement.isOn(student)).isFalse();
        help(caseId, TrialHelp.RETRY);
        play.waitsAt(caseId, "userTask_startTrial");
        enrollments.trialStarted(task(caseId));
        verification(Outcome.EXPIRED);
        assertThat(news.isOnTrial(student)).as("an expired try is no failure").isTrue();
        verification(Outcome.PASSED);
        play.waitsAt(caseId, "event_propagated");
    }

    @Test
    void a_method_that_does_not_work_is_discarded_for_a_new_one() {
        CaseId caseId = onTrial();
        verification(Outcome.NO_METHOD);
        help(caseId, TrialHelp.NEW_METHOD);
        play.waitsAt(caseId, "userTask_readMoreInformation");
        assertThat(factors.active(student)).isEmpty();
        enrollments.next(task(caseId));
        enrollMethod(caseId);
        play.waitsAt(caseId, "userTask_startTrial");
    }

    @Test
    void the_helpdesk_may_close_a_case_and_nothing_of_it_remains() {
        CaseId caseId = onTrial();
        verification(Outcome.FAILED);
        help(caseId, TrialHelp.CLOSE);
        undone(caseId, "event_enrollmentClosed", EnrollmentState.CLOSED);
    }

    @Test
    void a_privileged_account_is_helped_by_privileged_staff_alone() {
        String unit = "desk-" + student.toString().substring(0, 8);
        AccountId approver = accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER))
                .id();
        session.close();
        student = accounts.create(account ->
                        account.affiliation(Affiliation.FACULTY).unit(unit).rank(Rank.PRIVILEGED))
                .id();
        session = SignedInAs.holder(student);
        CaseId caseId = applied();
        Actor clerk = Actor.person(approver.value(), Set.of("approver:" + unit));
        play.completeAs(clerk, caseId, "userTask_decideApplication", text("decision", "approve"));
        land();
        enrollments.next(task(caseId));
        enrollMethod(caseId);
        confirmContact(caseId);
        enrollments.trialStarted(task(caseId));
        verification(Outcome.FAILED);
        Actor ordinary = Actor.person(UUID.randomUUID(), Set.of("helpdesk", "lead"));
        assertThatThrownBy(() -> play.taskAs(ordinary, caseId, "userTask_helpWithTrial"))
                .isNotNull();
        Actor privileged = Actor.person(UUID.randomUUID(), Set.of("helpdesk", "helpdesk:privileged"));
        assertThat(play.taskAs(privileged, caseId, "userTask_helpWithTrial").subject())
                .hasValue(student.value());
    }

    @Test
    void nobody_helps_themselves() {
        CaseId caseId = onTrial();
        verification(Outcome.FAILED);
        Actor self = Actor.person(student.value(), Set.of("helpdesk", "lead"));
        assertThatThrownBy(() -> play.taskAs(self, caseId, "userTask_helpWithTrial"))
                .isNotNull();
    }

    @Test
    void a_withdrawal_undoes_what_was_set_up() {
        CaseId caseId = onTrial();
        sign_out();
        session = SignedInAs.holder(student);
        assertThat(enrollments.withdrawn())
                .as("a proven method guards the way back")
                .isEqualTo(Enrollments.Answer.PROOF_NEEDED);
        proveFactor();
        assertThat(enrollments.withdrawn()).isEqualTo(Enrollments.Answer.DONE);
        undone(caseId, "event_enrollmentWithdrawn", EnrollmentState.WITHDRAWN);
        assertThat(enrollments.withdrawn()).isEqualTo(Enrollments.Answer.NOTHING_OPEN);
    }

    @Test
    void an_abandoned_case_reminds_and_then_expires() {
        CaseId caseId = inSetup();
        play.fireTimer(caseId, "event_reminderDue")
                .hasPassed(caseId, "serviceTask_remindPerson", "event_personReminded");
        play.waitsAt(caseId, "userTask_chooseDevice");
        play.fireTimer(caseId, "event_setupExpired");
        undone(caseId, "event_enrollmentExpired", EnrollmentState.EXPIRED);
    }

    @Test
    void an_account_that_ends_cancels_its_case_and_loses_its_methods() {
        CaseId caseId = onTrial();
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(student)));
        undone(caseId, "event_enrollmentCancelled", EnrollmentState.CANCELLED);
    }

    @Test
    void an_account_that_ends_after_activation_ends_the_case_and_enforcement() {
        CaseId caseId = activated();
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(student)));
        play.hasEnded(caseId).hasPassed(caseId, "event_endedAfter").nothingIsLeftOf(caseId);
        assertThat(enforcement.isOn(student)).isFalse();
        assertThat(factors.active(student)).isEmpty();
    }

    @Test
    void a_result_nobody_looks_at_closes_by_itself() {
        CaseId caseId = activated();
        play.fireTimer(caseId, "event_resultUnseen").hasEnded(caseId).hasPassed(caseId, "event_enrolledUnseen");
        assertThat(enforcement.isOn(student)).isTrue();
    }

    @Test
    void somebody_else_cannot_answer_for_the_person() {
        CaseId caseId = applied();
        land();
        var task = task(caseId);
        try (var stranger = SignedInAs.holder(accounts.create(account -> account.affiliation(Affiliation.STUDENT))
                .id())) {
            assertThatThrownBy(() -> enrollments.next(task)).isInstanceOf(TaskUnavailable.class);
        }
        enrollments.next(task);
        assertThatThrownBy(() -> enrollments.next(task)).as("a double click").isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void a_required_second_method_is_asked_for_until_it_is_there_and_recovery_codes_are_offered_after_it() {
        CaseId caseId = beforeTrial(SecondMethod.REQUIRED, RecoveryCodes.OFFERED);
        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
        assertThat(progress(caseId)).contains(Map.entry(Milestone.Kind.SECOND_METHOD, Milestone.Progress.NOW));
        assertThat(kinds(caseId))
                .as("other kinds than the first, and nothing that is a reserve only")
                .containsExactlyInAnyOrder("messagecode", "passkey");
        assertThatThrownBy(() -> offer.chosen(task(caseId), "recoverycodes")).isInstanceOf(TaskUnavailable.class);

        offer.back(task(caseId));
        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
        offer.chosen(task(caseId), "messagecode");
        play.waitsAt(caseId, "userTask_giveNumber");
        play.fireTimer(caseId, "event_bindingExpired").waitsAt(caseId, "userTask_chooseAnotherMethod");
        proveFactor();
        offer.chosen(task(caseId), "passkey");
        passkeys.giveUp(task(caseId));
        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
        offer.chosen(task(caseId), "passkey");
        registerPasskey(caseId);

        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
        assertThat(kinds(caseId)).containsExactly("recoverycodes");
        offer.chosen(task(caseId), "recoverycodes");
        recoveryCodes.declined(task(caseId));
        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
        offer.chosen(task(caseId), "recoverycodes");
        saveCodes(caseId);
        play.waitsAt(caseId, "userTask_startTrial");
        assertThat(factors.active(student))
                .extracting(Factor::kind)
                .containsExactlyInAnyOrder("totp", "passkey", "recoverycodes");
        assertThat(progress(caseId)).contains(Map.entry(Milestone.Kind.SECOND_METHOD, Milestone.Progress.DONE));
    }

    @Test
    void who_is_only_recommended_another_method_may_do_without_and_is_not_asked_again() {
        CaseId caseId = beforeTrial(SecondMethod.RECOMMENDED, RecoveryCodes.OFFERED);
        assertThat(kinds(caseId)).containsExactlyInAnyOrder("messagecode", "passkey");
        offer.back(task(caseId));
        assertThat(kinds(caseId)).containsExactly("recoverycodes");
        offer.back(task(caseId));
        play.waitsAt(caseId, "userTask_startTrial");
        assertThat(progress(caseId)).contains(Map.entry(Milestone.Kind.SECOND_METHOD, Milestone.Progress.SKIPPED));
        assertThat(factors.active(student)).hasSize(1);
    }

    @Test
    void a_recommended_method_that_was_set_up_leads_straight_to_the_trial() {
        CaseId caseId = beforeTrial(SecondMethod.RECOMMENDED, RecoveryCodes.NONE);
        offer.chosen(task(caseId), "passkey");
        registerPasskey(caseId);
        play.waitsAt(caseId, "userTask_startTrial");
    }

    @Test
    void nothing_is_said_of_another_method_where_the_policy_asks_for_none() {
        CaseId caseId = beforeTrial(SecondMethod.NONE, RecoveryCodes.NONE);
        play.waitsAt(caseId, "userTask_startTrial").hasNotPassed(caseId, "userTask_chooseAnotherMethod");
        assertThat(progress(caseId)).doesNotContainKey(Milestone.Kind.SECOND_METHOD);
    }

    @Test
    void who_has_a_second_method_already_is_not_stopped() {
        CaseId caseId = asking(SecondMethod.REQUIRED, RecoveryCodes.NONE);
        assertThat(progress(caseId))
                .as("asked for later")
                .contains(Map.entry(Milestone.Kind.SECOND_METHOD, Milestone.Progress.LATER));
        enrollMethod(caseId);
        FactorId other = FactorId.next();
        transaction.executeWithoutResult(status -> {
            factors.begin(other, student, "passkey", CaseId.next());
            factors.activate(other);
        });
        confirmContact(caseId);
        play.waitsAt(caseId, "userTask_startTrial").hasNotPassed(caseId, "userTask_chooseAnotherMethod");
        assertThat(progress(caseId)).doesNotContainKey(Milestone.Kind.SECOND_METHOD);
    }

    @Test
    void another_method_is_chosen_and_set_up_only_by_who_has_just_proved_the_first() {
        CaseId caseId = beforeTrial(SecondMethod.RECOMMENDED, RecoveryCodes.NONE);
        assertThat(enrollments.needsProof(inbox.find(task(caseId)).orElseThrow()))
                .as("the case itself has just proved it")
                .isFalse();
        sign_out();
        session = SignedInAs.holder(student);
        assertThat(enrollments.needsProof(inbox.find(task(caseId)).orElseThrow()))
                .isTrue();
        assertThatThrownBy(() -> offer.chosen(task(caseId), "messagecode")).isInstanceOf(ProofNeeded.class);
        proveFactor();
        offer.chosen(task(caseId), "messagecode");
        sign_out();
        session = SignedInAs.holder(student);
        assertThat(enrollments.needsProof(inbox.find(task(caseId)).orElseThrow()))
                .as("the set-up itself is guarded too")
                .isTrue();
    }

    @Test
    void a_withdrawal_undoes_the_second_method_and_the_recovery_codes_too() {
        CaseId caseId = beforeTrial(SecondMethod.REQUIRED, RecoveryCodes.OFFERED);
        offer.chosen(task(caseId), "passkey");
        registerPasskey(caseId);
        offer.chosen(task(caseId), "recoverycodes");
        recoveryCodes.issue(inbox.find(task(caseId)).orElseThrow());
        assertThat(enrollments.withdrawn()).isEqualTo(Enrollments.Answer.DONE);
        undone(caseId, "event_enrollmentWithdrawn", EnrollmentState.WITHDRAWN);
        noBindingIsLeft();
    }

    @Test
    void a_case_that_is_abandoned_at_the_second_method_reminds_expires_and_leaves_nothing() {
        CaseId caseId = beforeTrial(SecondMethod.REQUIRED, RecoveryCodes.NONE);
        offer.chosen(task(caseId), "messagecode");
        play.fireTimer(caseId, "event_reminderDue").hasPassed(caseId, "serviceTask_remindPerson");
        play.fireTimer(caseId, "event_setupExpired");
        undone(caseId, "event_enrollmentExpired", EnrollmentState.EXPIRED);
        noBindingIsLeft();
    }

    @Test
    void set_up_begins_anew_with_all_that_belongs_to_it_after_a_trial_that_failed() {
        CaseId caseId = beforeTrial(SecondMethod.RECOMMENDED, RecoveryCodes.NONE);
        offer.back(task(caseId));
        enrollments.trialStarted(task(caseId));
        verification(Outcome.FAILED);
        help(caseId, TrialHelp.NEW_METHOD);
        enrollments.next(task(caseId));
        enrollMethod(caseId);
        play.waitsAt(caseId, "userTask_chooseAnotherMethod");
    }

    private CaseId applied() {
        assertThat(enrollments.applied(Optional.empty())).isEqualTo(Enrollments.Answer.DONE);
        return enrollments.open().orElseThrow().caseId();
    }

    private CaseId inSetup() {
        CaseId caseId = applied();
        land();
        enrollments.next(task(caseId));
        play.waitsAt(caseId, "userTask_chooseDevice");
        return caseId;
    }

    /** A case at the set-up of its first method, as if the policy had asked for more when it was opened. */
    private CaseId asking(SecondMethod second, RecoveryCodes codes) {
        CaseId caseId = applied();
        land();
        play.completeAs(
                person(),
                caseId,
                "userTask_readMoreInformation",
                Variables.of(EnrollmentVariables.ANSWER, EnrollmentVariables.Answer.NEXT)
                        .and(EnrollmentVariables.SECOND_METHOD, second)
                        .and(EnrollmentVariables.RECOVERY_CODES, codes));
        return caseId;
    }

    private CaseId beforeTrial(SecondMethod second, RecoveryCodes codes) {
        CaseId caseId = asking(second, codes);
        enrollMethod(caseId);
        confirmContact(caseId);
        return caseId;
    }

    private List<String> kinds(CaseId caseId) {
        return offer.kinds(inbox.find(task(caseId)).orElseThrow()).stream()
                .map(FactorType::kind)
                .toList();
    }

    private Map<Milestone.Kind, Milestone.Progress> progress(CaseId caseId) {
        return enrollments.milestones(caseId).stream().collect(Collectors.toMap(Milestone::kind, Milestone::progress));
    }

    private void registerPasskey(CaseId caseId) {
        assertThat(passkeys.register(task(caseId), "Laptop", new TestDevice().creates(passkeys.toCreate(task(caseId)))))
                .isInstanceOf(Registered.Done.class);
    }

    private void saveCodes(CaseId caseId) {
        CodeSet set = recoveryCodes.issue(inbox.find(task(caseId)).orElseThrow());
        assertThat(recoveryCodes.saved(task(caseId), set)).isTrue();
    }

    private void noBindingIsLeft() {
        assertThat(jdbc.sql("select count(*) from factor where account_id = :account and state <> 'REVOKED'")
                        .param("account", student.value())
                        .query(Integer.class)
                        .single())
                .as("methods and bindings that are left")
                .isZero();
    }

    private CaseId onTrial() {
        CaseId caseId = inSetup();
        enrollMethod(caseId);
        confirmContact(caseId);
        enrollments.trialStarted(task(caseId));
        return caseId;
    }

    private CaseId activated() {
        CaseId caseId = onTrial();
        verification(Outcome.PASSED);
        play.fireTimer(caseId, "event_propagated").runJobs(caseId);
        play.waitsAt(caseId, "userTask_seeResult");
        return caseId;
    }

    private void land() {
        landing.after(session.person());
    }

    private org.sekisho.process.TaskId task(CaseId caseId) {
        return enrollments.ownTask(caseId).orElseThrow().id();
    }

    private Actor person() {
        return Actor.person(student.value(), Set.of());
    }

    private void enrollMethod(CaseId caseId) {
        play.completeAs(person(), caseId, "userTask_chooseDevice", Variables.none());
        factors.active(student).forEach(active -> factors.revoke(active.id(), "test"));
        transaction.executeWithoutResult(status ->
                factors.activate(new FactorId(processes.variables(caseId).get(EnrollmentVariables.FACTOR_ID))));
        play.completeAs(
                person(),
                caseId,
                "userTask_registerApp",
                text("outcome", "enrolled").and(Variable.text("registration"), "proved"));
    }

    private void confirmContact(CaseId caseId) {
        play.waitsAt(caseId, "userTask_enterAddress");
        proveFactor();
        assertThat(contactSetup.give(task(caseId), "person@example.net", false)).isEmpty();
        jdbc.sql(
                        "update contact set state = 'CONFIRMED', confirmed_at = created_at, with_factor = true where account_id = :account")
                .param("account", student.value())
                .update();
        play.completeAs(person(), caseId, "userTask_enterContactCode", text("outcome", "confirmed"));
    }

    private void verification(Outcome outcome) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new VerificationEnded(CaseId.next(), student, VerificationPurpose.TRIAL, outcome)));
    }

    private void proveFactor() {
        transaction.executeWithoutResult(
                status -> fresh.proved(student, session.person().session()));
    }

    private void help(CaseId caseId, TrialHelp help) {
        AccountId agent = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        try (var person = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            Actor actor = Actor.person(agent.value(), Set.of("helpdesk"));
            enrollments.helped(
                    play.taskAs(actor, caseId, "userTask_helpWithTrial").id(), help);
        }
    }

    private void undone(CaseId caseId, String end, EnrollmentState state) {
        play.hasEnded(caseId).hasPassed(caseId, end).nothingIsLeftOf(caseId);
        assertThat(factors.active(student)).as("active methods").isEmpty();
        assertThat(enforcement.isOn(student)).isFalse();
        assertThat(table.find(caseId).orElseThrow().state()).isEqualTo(state);
        assertThat(enrollments.status()).isEqualTo(new MfaStatus.Off());
    }

    private static Variables text(String name, String value) {
        return Variables.of(Variable.text(name), value);
    }
}
