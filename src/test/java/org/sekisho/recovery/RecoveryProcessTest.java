package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.accesspass.Redemption;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.contact.ContactSetup;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.recovery.Recoveries.Opening;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.Person;
import org.sekisho.security.SignInAttempt;
import org.sekisho.security.SignInGate;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class RecoveryProcessTest {

    private static final Pattern CODE = Pattern.compile("(?m)^ +([0-9A-Z-]{6,})$");

    @Autowired
    ProcessPlay play;

    @Autowired
    Recoveries recoveries;

    @Autowired
    RecoveryDecisions decisions;

    @Autowired
    TestRecoveries people;

    @Autowired
    Accounts directory;

    @Autowired
    RecoveryPasses passes;

    @Autowired
    DeskRecoveries desk;

    @Autowired
    ContactProof contactProof;

    @Autowired
    JdbcRecoveries table;

    @Autowired
    JdbcRecoveryDecisions decided;

    @Autowired
    Enforcement enforcement;

    @Autowired
    Factors factors;

    @Autowired
    MethodOffer offer;

    @Autowired
    TotpSetup totp;

    @Autowired
    TestApps apps;

    @Autowired
    ContactSetup contactSetup;

    @Autowired
    Processes processes;

    @Autowired
    FreshFactor fresh;

    @Autowired
    Verification verification;

    @Autowired
    @Qualifier("verificationGate")
    SignInGate gate;

    @Autowired
    Disputes disputes;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final HereBrowser browser = new HereBrowser();
    private AccountId account;
    private FactorId lost;
    private AccountId first;
    private AccountId second;
    private AccountId lead;

    @BeforeEach
    void a_person_has_lost_their_app() {
        account =
                accounts.create(person -> person.address("known@example.ac.jp")).id();
        lost = apps.enroll(account);
        enforcement.begin(account);
        first = staff(Role.HELPDESK);
        second = staff(Role.HELPDESK);
        lead = staff(Role.LEAD);
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("recovery"));
    }

    @Test
    void two_people_let_in_who_has_a_photo_and_a_contact() {
        hasTrustedContact();
        CaseId caseId = opens();
        play.waitsAt(caseId, "userTask_giveEvidence");
        givesContactCode(caseId);
        givesPhoto(caseId);
        passesOn(caseId);
        play.waitsAt(caseId, "userTask_decideRecovery");

        people.acceptsAll(first, caseId);
        assertThat(decides(first, caseId, Verdict.APPROVE)).isEqualTo(RecoveryDecisions.Outcome.DONE);
        play.waitsAt(caseId, "userTask_confirmRecovery");
        confirms(second, caseId, true);
        play.waitsAt(caseId, "userTask_watchWait");
        assertThat(table.get(caseId).waitUntil()).hasValue(clock.instant().plus(Duration.ofHours(72)));

        play.fireTimer(caseId, "event_waitOver").waitsAt(caseId, "userTask_redeemPass");
        Person person = redeems(caseId);
        people.setsUp(person, caseId);

        play.hasEnded(caseId)
                .hasPassed(caseId, "serviceTask_replaceMethods", "event_accountRecovered")
                .nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).singleElement().satisfies(method -> {
            assertThat(method.id()).isNotEqualTo(lost);
            assertThat(method.preferred()).isTrue();
        });
        assertThat(table.get(caseId).state()).isEqualTo(RecoveryState.RECOVERED);
        assertThat(told())
                .contains(
                        "Somebody wants to get back into your account",
                        "A new method can soon be set up for your account",
                        "You can set up a new method now",
                        "Your account has a new method");
        assertThat(jdbc.sql("select count(*) from access_pass where case_id = :case")
                        .param("case", caseId.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void one_agent_does_for_a_person_seen_at_the_desk_and_a_lead_may_end_the_wait() {
        CaseId caseId = opensAtDesk();
        play.waitsAt(caseId, "userTask_decideRecovery").hasNotPassed(caseId, "userTask_giveEvidence");
        decides(first, caseId, Verdict.APPROVE);
        play.waitsAt(caseId, "userTask_watchWait").hasNotPassed(caseId, "userTask_confirmRecovery");
        assertThat(table.get(caseId).waitUntil()).hasValue(clock.instant().plus(Duration.ofHours(2)));
        watches(caseId, false);
        play.waitsAt(caseId, "userTask_redeemPass");
    }

    @Test
    void evidence_that_reaches_no_tier_lets_nobody_approve_and_the_case_itself_would_not_go_on() {
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        assertThat(decides(first, caseId, Verdict.APPROVE))
                .as("nobody has looked at the photo")
                .isEqualTo(RecoveryDecisions.Outcome.NOT_ENOUGH);
        play.completeAs(
                Actor.person(second.value(), Set.of("helpdesk")),
                caseId,
                "userTask_decideRecovery",
                Variables.of(RecoveryVariables.DECISION, Verdict.APPROVE));
        play.hasPassed(caseId, "ruleTask_chooseTier").waitsAt(caseId, "userTask_decideRecovery");
    }

    @Test
    void the_helpdesk_asks_for_more_and_refuses() {
        CaseId caseId = decided(Verdict.ASK_MORE);
        play.waitsAt(caseId, "userTask_giveEvidence");
        assertThat(table.get(caseId).state()).isEqualTo(RecoveryState.GATHERING);
        assertThat(told()).contains("The helpdesk needs more to let you back in");
        passesOn(caseId);
        decides(first, caseId, Verdict.REFUSE);
        endedUnchanged(caseId, RecoveryState.REFUSED, "event_refusalTold");
        assertThat(told()).contains("The recovery of your account was refused");
    }

    @Test
    void the_second_person_refuses() {
        CaseId caseId = approved();
        confirms(second, caseId, false);
        endedUnchanged(caseId, RecoveryState.REFUSED, "event_confirmationRefused");
    }

    @Test
    void a_lead_stops_the_case_during_the_wait() {
        CaseId caseId = waiting();
        watches(caseId, true);
        endedUnchanged(caseId, RecoveryState.REFUSED, "event_caseStopped");
    }

    @Test
    void leads_are_told_of_a_case_that_waits_too_long() {
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        play.fireTimer(caseId, "event_decisionOverdue").waitsAt(caseId, "userTask_decideRecovery");
        assertThat(outgoing.of(lead).stream().map(JdbcOutgoing.Waiting::subject))
                .contains("A recovery waits for a decision");
    }

    @Test
    void leads_are_told_of_a_case_that_waits_too_long_for_its_second_person_who_has_as_much_time_as_the_first() {
        CaseId caseId = approved();
        play.fireTimer(caseId, "event_confirmationOverdue").waitsAt(caseId, "userTask_confirmRecovery");
        assertThat(outgoing.of(lead).stream().map(JdbcOutgoing.Waiting::subject))
                .contains("A recovery waits for a second person")
                .doesNotContain("A recovery waits for a decision");
    }

    @Test
    void a_person_who_shows_nothing_is_reminded_each_time_they_are_asked() {
        CaseId caseId = opens();
        play.fireTimer(caseId, "event_evidenceOverdue").waitsAt(caseId, "userTask_giveEvidence");
        givesPhoto(caseId);
        passesOn(caseId);
        decides(first, caseId, Verdict.ASK_MORE);
        play.fireTimer(caseId, "event_evidenceOverdue").waitsAt(caseId, "userTask_giveEvidence");
        assertThat(told())
                .filteredOn(subject -> subject.equals("Your recovery waits for you"))
                .hasSize(2);
    }

    @Test
    void an_address_that_was_taken_away_lately_is_told_and_can_object() {
        jdbc.sql("insert into account_former_address (account_id, address, removed_at) values (:id, :new, :lately),"
                        + " (:id, :old, :longAgo)")
                .param("id", account.value())
                .param("new", "lately@example.org")
                .param("lately", clock.instant().minus(Duration.ofDays(29)).atOffset(ZoneOffset.UTC))
                .param("old", "long-ago@example.org")
                .param("longAgo", clock.instant().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC))
                .update();
        opens();
        assertThat(outgoing.of(account).stream()
                        .filter(message -> message.subject().equals("Somebody wants to get back into your account"))
                        .map(JdbcOutgoing.Waiting::address))
                .containsExactlyInAnyOrder("known@example.ac.jp", "lately@example.org");
        Secret<String> token = MailedLinks.of(outgoing, account, "Somebody wants to get back into your account")
                .get(1);
        assertThat(disputes.disputed(token)).isInstanceOf(Disputes.Link.Used.class);
        assertThat(table.newest(account))
                .hasValueSatisfying(recovery -> assertThat(recovery.state()).isEqualTo(RecoveryState.REPUDIATED));
    }

    @Test
    void of_two_agents_who_decide_at_the_same_moment_one_does() throws Exception {
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        people.acceptsAll(first, caseId);
        people.staff(first, Role.HELPDESK, () -> {
            inbox.release(only(caseId));
            return true;
        });
        List<Boolean> done = InParallel.all(List.of(
                () -> tries(() -> decides(first, caseId, Verdict.APPROVE)),
                () -> tries(() -> decides(second, caseId, Verdict.REFUSE))));
        assertThat(done).containsOnlyOnce(true);
        assertThat(decided.of(caseId)).hasSize(1);
        if (decided.of(caseId).get(0).verdict() == Verdict.APPROVE) {
            play.waitsAt(caseId, "userTask_confirmRecovery");
        } else {
            endedUnchanged(caseId, RecoveryState.REFUSED, "event_refusalTold");
        }
    }

    @Test
    void of_two_pages_of_one_agent_one_decides() throws Exception {
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        people.acceptsAll(first, caseId);
        TaskId task = people.staff(first, Role.HELPDESK, () -> only(caseId));
        List<Boolean> done = InParallel.on(
                2,
                () -> tries(() -> people.staff(first, Role.HELPDESK, () -> {
                    decisions.decided(task, Verdict.APPROVE, "Looked at it");
                    return true;
                })));
        assertThat(done).containsOnlyOnce(true);
        assertThat(decided.of(caseId)).hasSize(1);
        play.waitsAt(caseId, "userTask_confirmRecovery");
    }

    @Test
    void a_case_that_is_withdrawn_while_it_is_decided_is_over() throws Exception {
        CaseId caseId = approved();
        TaskId task = people.staff(second, Role.HELPDESK, () -> {
            inbox.claim(only(caseId));
            return only(caseId);
        });
        InParallel.all(List.of(
                () -> tries(() -> people.staff(second, Role.HELPDESK, () -> {
                    decisions.confirmed(task, true, "Looked at it");
                    return true;
                })),
                () -> tries(() -> as(account, caseId, () -> {
                    recoveries.withdrawn();
                    return true;
                }))));
        if (table.get(caseId).state().isOpen()) {
            play.waitsAt(caseId, "userTask_watchWait");
            as(account, caseId, () -> {
                recoveries.withdrawn();
                return true;
            });
        }
        endedUnchanged(caseId, RecoveryState.WITHDRAWN, "event_recoveryWithdrawn");
    }

    @Test
    void an_account_that_ends_while_its_case_is_decided_takes_the_case_with_it() throws Exception {
        CaseId caseId = approved();
        TaskId task = people.staff(second, Role.HELPDESK, () -> {
            inbox.claim(only(caseId));
            return only(caseId);
        });
        AccountEnded ended = new AccountEnded(account);
        InParallel.all(List.of(
                () -> tries(() -> people.staff(second, Role.HELPDESK, () -> {
                    decisions.confirmed(task, true, "Looked at it");
                    return true;
                })),
                () -> tries(() -> transaction.execute(status -> {
                    events.publishEvent(ended);
                    return true;
                }))));
        if (table.get(caseId).state().isOpen()) {
            transaction.executeWithoutResult(status -> events.publishEvent(ended));
        }
        play.hasEnded(caseId).hasPassed(caseId, "event_recoveryCancelled").nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).isEmpty();
    }

    /** Whether it went through; where two do something at the same moment, one is told that it is too late. */
    private static boolean tries(Supplier<?> work) {
        try {
            return work.get() != null;
        } catch (TaskUnavailable | ConcurrencyFailureException tooLate) {
            return false;
        } catch (AssertionError noTask) {
            assertThat(noTask).hasMessageStartingWith("no task");
            return false;
        }
    }

    @Test
    void a_person_who_does_not_come_is_reminded() {
        CaseId caseId = open();
        play.fireTimer(caseId, "event_reminderDue").waitsAt(caseId, "userTask_redeemPass");
        assertThat(told()).contains("Your new method still waits to be set up");
    }

    @Test
    void a_session_that_has_not_redeemed_the_pass_sets_up_nothing_and_gets_a_new_pass() {
        CaseId caseId = open();
        redeems(caseId);
        play.waitsAt(caseId, "userTask_chooseMethod");
        try (SignedInAs other = SignedInAs.halfWay(account, caseId)) {
            CaseTask task = inbox.ofCase(caseId).get(0);
            assertThat(passes.opens(task)).isFalse();
            assertThatThrownBy(() -> offer.chosen(task.id(), "totp")).isInstanceOf(ProofNeeded.class);
            passes.wantedAnew();
            assertThat(other.person().account()).isEqualTo(account);
        }
        play.waitsAt(caseId, "userTask_redeemPass");
        people.setsUp(redeems(caseId), caseId);
        play.hasEnded(caseId);
    }

    @Test
    void a_choice_that_is_left_and_a_set_up_that_is_given_up_lead_back_to_the_choice() {
        CaseId caseId = open();
        try (SignedInAs person = SignedInAs.again(redeems(caseId))) {
            offer.back(only(caseId));
            play.waitsAt(caseId, "userTask_chooseMethod");
            offer.chosen(only(caseId), "totp");
            totp.chosen(only(caseId), AppDevice.ANOTHER_DEVICE);
            totp.back(only(caseId));
            assertThat(person.person().account()).isEqualTo(account);
        }
        play.fireTimer(caseId, "event_bindingExpired").waitsAt(caseId, "userTask_chooseMethod");
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(lost);
    }

    @Test
    void a_person_withdraws() {
        CaseId caseId = open();
        redeems(caseId);
        as(account, caseId, () -> {
            recoveries.withdrawn();
            return true;
        });
        endedUnchanged(caseId, RecoveryState.WITHDRAWN, "event_recoveryWithdrawn");
    }

    @Test
    void whoever_says_that_it_was_not_them_stops_the_case_freezes_the_account_and_alarms_the_leads() {
        CaseId caseId = waiting();
        Secret<String> token = MailedLinks.of(outgoing, account, "Somebody wants to get back into your account")
                .get(0);
        assertThat(disputes.disputed(token)).isInstanceOf(Disputes.Link.Used.class);
        endedUnchanged(caseId, RecoveryState.REPUDIATED, "event_recoveryFrozen");
        CaseId dispute = ((Disputes.Link.Used) disputes.look(token)).dispute().caseId();
        assertThat(tasks(first, Role.HELPDESK, dispute))
                .as("a lead alone lifts it")
                .isEmpty();
        assertThat(tasks(lead, Role.LEAD, dispute)).hasSize(1);
        assertThat(outgoing.of(lead).stream().map(JdbcOutgoing.Waiting::subject))
                .contains("A recovery was stopped by its person");
        assertThat(recoveries.opened(account, RecoveryChannel.PASSWORD, Optional.empty()))
                .isEqualTo(Opening.FROZEN);
        jdbc.sql("delete from factor_freeze where account_id = :account")
                .param("account", account.value())
                .update();
        assertThat(recoveries.opened(account, RecoveryChannel.PASSWORD, Optional.empty()))
                .as("the password is known to somebody else")
                .isEqualTo(Opening.PASSWORD_FIRST);
    }

    @Test
    void an_account_that_ends_has_nothing_to_recover() {
        CaseId caseId = approved();
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(account)));
        play.hasEnded(caseId).hasPassed(caseId, "event_recoveryCancelled").nothingIsLeftOf(caseId);
    }

    @Test
    void a_case_that_nobody_finishes_expires() {
        CaseId caseId = opens();
        play.fireTimer(caseId, "event_caseExpired");
        endedUnchanged(caseId, RecoveryState.EXPIRED, "event_recoveryExpired");
    }

    @Test
    void a_person_who_signs_in_with_a_method_after_all_has_not_lost_them_all() {
        CaseId caseId = waiting();
        try (SignedInAs person = SignedInAs.halfWay(account, CaseId.next())) {
            CaseId signIn = gate.open(new SignInAttempt(account, person.person().session()))
                    .orElseThrow();
            verification.prove(inbox.ofCase(signIn).get(0).id(), apps.nextCode(lost));
        }
        endedUnchanged(caseId, RecoveryState.METHOD_FOUND, "event_methodFound");
    }

    @Test
    void nobody_decides_on_their_own_case_twice_in_one_case_or_on_one_they_opened() {
        CaseId caseId = approved();
        assertThat(tasks(first, Role.HELPDESK, caseId)).as("decided already").isEmpty();
        assertThat(tasks(account, Role.HELPDESK, caseId)).as("their own").isEmpty();
        assertThat(tasks(second, Role.HELPDESK, caseId)).hasSize(1);
    }

    @Test
    void a_privileged_account_is_for_privileged_staff() {
        account = accounts.create(
                        person -> person.address("chief@example.ac.jp").rank(Rank.PRIVILEGED))
                .id();
        enforcement.begin(account);
        lost = apps.enroll(account);
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        assertThat(tasks(first, Role.HELPDESK, caseId)).isEmpty();
        AccountId ranked = accounts.create(staff -> staff.affiliation(Affiliation.STAFF)
                        .rank(Rank.PRIVILEGED)
                        .roles(Role.HELPDESK))
                .id();
        assertThat(tasks(ranked, Role.HELPDESK, caseId)).hasSize(1);
    }

    @Test
    void the_pass_appears_in_the_browser_that_opened_the_case_and_in_no_other() {
        CaseId caseId = open();
        HereBrowser strangers = new HereBrowser();
        try (SignedInAs stranger = SignedInAs.halfWay(account, caseId)) {
            TaskId task = only(caseId);
            assertThat(strangers.requests(() -> passes.offer(task).shownHere())).isFalse();
            assertThat(strangers.requests(() -> passes.shown(task))).isEmpty();
            assertThat(passes.mailed(task))
                    .as("the answer is the same without a contact")
                    .isTrue();
            assertThat(outgoing.of(caseId).stream().map(JdbcOutgoing.Waiting::subject))
                    .doesNotContain("Your access pass");
            assertThat(stranger.person().account()).isEqualTo(account);
        }
    }

    @Test
    void evidence_is_given_in_the_browser_that_opened_the_case_and_in_no_other() {
        CaseId caseId = opens();
        HereBrowser other = new HereBrowser();
        as(account, caseId, () -> {
            TaskId task = only(caseId);
            assertThatThrownBy(() -> other.requests(() -> contactProof.asked(task)))
                    .isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> other.requests(() -> recoveries.submitted(task)))
                    .isInstanceOf(TaskUnavailable.class);
            assertThat(contactProof.asked(task)).isTrue();
            return true;
        });
        play.waitsAt(caseId, "userTask_giveEvidence");
    }

    @Test
    void a_pass_works_once_however_many_try() throws Exception {
        CaseId caseId = open();
        TaskId task = as(account, caseId, () -> only(caseId));
        AccessPass pass = as(account, caseId, () -> browser.requests(() -> passes.shown(task)))
                .orElseThrow();
        List<Object> results = InParallel.on(8, () -> {
            try (SignedInAs here = SignedInAs.halfWay(account, caseId)) {
                assertThat(here.person().account()).isEqualTo(account);
                return passes.redeemed(task, pass.code());
            } catch (TaskUnavailable gone) {
                return gone;
            }
        });
        assertThat(results.stream().filter(Redemption.Right.class::isInstance)).hasSize(1);
        play.waitsAt(caseId, "userTask_chooseMethod");
    }

    @Test
    void a_password_changed_lately_holds_the_case() {
        CaseId caseId = approved();
        jdbc.sql("update account set password_changed_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", account.value())
                .update();
        confirms(second, caseId, true);
        assertThat(table.get(caseId).waitUntil()).hasValue(clock.instant().plus(Duration.ofDays(14)));
        watches(caseId, false);
        as(account, caseId, () -> {
            assertThat(browser.requests(() -> passes.shown(only(caseId)))).isEmpty();
            assertThat(passes.mailed(only(caseId))).isFalse();
            return true;
        });
    }

    @Test
    void a_person_at_the_desk_picks_the_case_up_with_their_own_device() {
        CaseId caseId = opensAtDesk();
        AccountId clerk = table.get(caseId).openedBy().orElseThrow();
        Secret<String> code;
        try (SignedInAs at = SignedInAs.withRoles(clerk, Role.APPROVER)) {
            code = passes.pickUpCode(caseId).orElseThrow().code();
            assertThat(inbox.ofCase(caseId)).as("who opened it does not decide").isEmpty();
            assertThat(at.person().account()).isEqualTo(clerk);
        }
        try (SignedInAs other = SignedInAs.withRoles(first, Role.APPROVER)) {
            assertThat(passes.pickUpCode(caseId)).as("another clerk").isEmpty();
            assertThat(other.person().account()).isEqualTo(first);
        }
        as(account, caseId, () -> {
            assertThat(browser.requests(() -> passes.pickedUp(Secret.of("AAAA-AAAA"))))
                    .isFalse();
            assertThat(browser.requests(() -> passes.pickedUp(code))).isTrue();
            assertThat(browser.requests(() -> passes.pickedUp(code))).as("once").isFalse();
            assertThat(browser.requests(() -> passes.isPassShownHere(caseId))).isTrue();
            return true;
        });
    }

    @Test
    void an_account_has_one_open_case_however_often_it_is_asked_for() throws Exception {
        List<Opening> openings =
                InParallel.on(8, () -> recoveries.opened(account, RecoveryChannel.PASSWORD, Optional.empty()));
        assertThat(openings).containsOnlyOnce(Opening.OPENED);
        assertThat(openings)
                .allMatch(opening ->
                        opening == Opening.OPENED || opening == Opening.OPEN_ALREADY || opening == Opening.TOO_MANY);
        assertThat(table.open(account)).isPresent();
    }

    @Test
    void where_mfa_is_off_there_is_nothing_to_recover() {
        enforcement.end(account);
        assertThat(recoveries.opened(account, RecoveryChannel.PASSWORD, Optional.empty()))
                .isEqualTo(Opening.NOT_NEEDED);
    }

    @Test
    void a_contact_that_is_too_young_is_sent_nothing_and_nobody_is_told_so() {
        confirmsContact();
        CaseId caseId = opens();
        as(account, caseId, () -> {
            assertThat(contactProof.asked(only(caseId))).isTrue();
            assertThat(outgoing.of(caseId).stream().map(JdbcOutgoing.Waiting::subject))
                    .doesNotContain("Your code to get back into your account");
            assertThat(contactProof.entered(only(caseId), Secret.of("123456"))).isNotInstanceOf(CodeResult.Right.class);
            return true;
        });
    }

    // what people do

    private CaseId opens() {
        return people.opens(account, browser);
    }

    private CaseId opensAtDesk() {
        Account person = directory.get(account);
        AccountId clerk = accounts.create(staff ->
                        staff.affiliation(Affiliation.STAFF).unit(person.unit()).roles(Role.APPROVER, Role.HELPDESK))
                .id();
        try (SignedInAs at = SignedInAs.withRoles(clerk, Role.APPROVER, Role.HELPDESK)) {
            DeskRecoveries.Seen seen = desk.seen(person.commonId());
            assertThat(seen).isInstanceOf(DeskRecoveries.Seen.Opened.class);
            assertThat(at.person().account()).isEqualTo(clerk);
            return ((DeskRecoveries.Seen.Opened) seen).caseId();
        }
    }

    private void givesPhoto(CaseId caseId) {
        people.givesPhoto(account, caseId);
    }

    private void givesContactCode(CaseId caseId) {
        as(account, caseId, () -> {
            assertThat(contactProof.asked(only(caseId))).isTrue();
            Secret<String> code = mailed(caseId, "Your code to get back into your account");
            assertThat(contactProof.entered(only(caseId), code)).isInstanceOf(CodeResult.Right.class);
            return true;
        });
    }

    private Secret<String> mailed(CaseId caseId, String subject) {
        Matcher code = CODE.matcher(outgoing.of(caseId).stream()
                .filter(message -> message.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .body());
        assertThat(code.find()).isTrue();
        return Secret.of(code.group(1));
    }

    private void passesOn(CaseId caseId) {
        people.passesOn(account, caseId);
    }

    private CaseId decided(Verdict verdict) {
        CaseId caseId = opens();
        givesPhoto(caseId);
        passesOn(caseId);
        people.acceptsAll(first, caseId);
        assertThat(decides(first, caseId, verdict)).isEqualTo(RecoveryDecisions.Outcome.DONE);
        return caseId;
    }

    private CaseId approved() {
        CaseId caseId = decided(Verdict.APPROVE);
        play.waitsAt(caseId, "userTask_confirmRecovery");
        return caseId;
    }

    private CaseId waiting() {
        CaseId caseId = approved();
        confirms(second, caseId, true);
        play.waitsAt(caseId, "userTask_watchWait");
        return caseId;
    }

    private CaseId open() {
        CaseId caseId = waiting();
        play.fireTimer(caseId, "event_waitOver").waitsAt(caseId, "userTask_redeemPass");
        return caseId;
    }

    private Person redeems(CaseId caseId) {
        AccessPass pass = as(account, caseId, () -> browser.requests(() -> passes.shown(only(caseId))))
                .orElseThrow();
        return people.redeems(account, caseId, pass.code());
    }

    private void hasTrustedContact() {
        confirmsContact();
        clock.advance(Duration.ofDays(15));
    }

    private void confirmsContact() {
        CaseId caseId = CaseId.next();
        try (SignedInAs person = SignedInAs.holder(account)) {
            fresh.proved(account, person.person().session());
            processes.start(
                    new ProcessKey("contact-setup"), caseId, Variables.of(Variable.id("accountId"), account.value()));
            contactSetup.give(only(caseId), UUID.randomUUID() + "@example.net", false);
            Matcher code = CODE.matcher(outgoing.of(caseId).get(0).body());
            assertThat(code.find()).isTrue();
            contactSetup.enter(only(caseId), Secret.of(code.group(1)));
        }
    }

    private RecoveryDecisions.Outcome decides(AccountId agent, CaseId caseId, Verdict verdict) {
        return people.decides(agent, caseId, verdict, "Looked at it");
    }

    private void confirms(AccountId agent, CaseId caseId, boolean confirmed) {
        people.confirms(agent, caseId, confirmed, "Looked at it again");
    }

    private void watches(CaseId caseId, boolean stops) {
        people.watches(lead, caseId, stops);
    }

    private List<CaseTask> tasks(AccountId agent, Role role, CaseId caseId) {
        try (SignedInAs at = SignedInAs.withRoles(agent, role)) {
            assertThat(at.person().account()).isEqualTo(agent);
            return inbox.ofCase(caseId);
        }
    }

    private void endedUnchanged(CaseId caseId, RecoveryState state, String element) {
        play.hasEnded(caseId).hasPassed(caseId, element).nothingIsLeftOf(caseId);
        assertThat(table.get(caseId).state()).isEqualTo(state);
        assertThat(table.open(account)).isEmpty();
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(lost);
    }

    private TaskId only(CaseId caseId) {
        return people.only(caseId);
    }

    private <T> T as(AccountId person, CaseId caseId, Supplier<T> work) {
        return people.as(person, caseId, work);
    }

    private AccountId staff(Role role) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF)
                        .address(UUID.randomUUID() + "@example.ac.jp")
                        .roles(role))
                .id();
    }

    private List<String> told() {
        return outgoing.of(account).stream().map(JdbcOutgoing.Waiting::subject).toList();
    }
}
