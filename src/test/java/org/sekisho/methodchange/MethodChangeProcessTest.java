package org.sekisho.methodchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.methodchange.MethodChanges.Answer;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class MethodChangeProcessTest {

    private static final String APP = "totp";

    @Autowired
    ProcessPlay play;

    @Autowired
    MethodChanges changes;

    @Autowired
    MethodOffer offer;

    @Autowired
    Factors factors;

    @Autowired
    Freezes freezes;

    @Autowired
    TotpSetup totp;

    @Autowired
    TestApps apps;

    @Autowired
    TaskInbox inbox;

    @Autowired
    FreshFactor fresh;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private AccountId account;
    private FactorId app;
    private SignedInAs session;

    @BeforeEach
    void a_person_with_one_app_has_just_proved_it() {
        account = accounts.student().id();
        app = apps.enroll(account);
        session = SignedInAs.holder(account);
        proveFactor();
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(new ProcessKey("method-change"));
    }

    @Test
    void a_second_method_is_added_and_named() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        play.waitsAt(caseId, "userTask_chooseMethod");
        FactorId second = setsUp(caseId);
        play.waitsAt(caseId, "userTask_nameMethod");

        changes.named(task(), "Old phone");

        play.hasEnded(caseId)
                .hasPassed(caseId, "event_methodNamed", "event_changeDone")
                .nothingIsLeftOf(caseId);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app, second);
        assertThat(factors.find(second).flatMap(Factor::name)).contains("Old phone");
        assertThat(changes.open()).isEmpty();
    }

    @Test
    void a_method_that_its_own_set_up_has_named_is_not_asked_for_a_name() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        FactorId second = setsUp(caseId, "Named by its set-up");

        play.hasEnded(caseId).hasPassed(caseId, "event_methodBound", "event_changeDone");
        assertThat(factors.active(account)).extracting(Factor::id).contains(second);
    }

    @Test
    void a_method_stays_also_where_nobody_comes_to_name_it() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        FactorId second = setsUp(caseId);

        play.fireTimer(caseId, "event_changeExpired").hasEnded(caseId).nothingIsLeftOf(caseId);

        assertThat(factors.active(account)).extracting(Factor::id).contains(second);
        assertThat(requested(Change.RENAME, Optional.of(second))).isNotNull();
        changes.notNamed(task());
        assertThat(factors.find(second).flatMap(Factor::name)).isEmpty();
    }

    @Test
    void a_set_up_that_came_to_nothing_is_offered_again() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        chooses();
        play.waitsAt(caseId, "userTask_chooseDevice");
        play.fireTimer(caseId, "event_bindingExpired").waitsAt(caseId, "userTask_chooseMethod");
        assertThat(factors.active(account)).hasSize(1);
    }

    @Test
    void who_goes_back_from_the_choice_has_changed_nothing() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        offer.back(task());
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_choiceLeft", "event_nothingChanged")
                .nothingIsLeftOf(caseId);
        assertThat(changes.open()).isEmpty();
    }

    @Test
    void a_method_is_renamed() {
        CaseId caseId = requested(Change.RENAME, Optional.of(app));
        play.waitsAt(caseId, "userTask_nameMethod");
        changes.named(task(), " My phone ");
        play.hasEnded(caseId).hasPassed(caseId, "event_methodNamed", "event_changeDone");
        assertThat(factors.find(app).flatMap(Factor::name)).contains("My phone");
    }

    @Test
    void another_method_becomes_the_default() {
        FactorId second = apps.enroll(account);
        assertThat(changes.requested(Change.PREFER, Optional.of(app)))
                .as("the default already")
                .isEqualTo(Answer.NOT_POSSIBLE);
        CaseId caseId = requested(Change.PREFER, Optional.of(second));
        changes.preferred(task());
        play.hasEnded(caseId).hasPassed(caseId, "event_defaultChanged", "event_changeDone");
        assertThat(factors.active(account)).first().extracting(Factor::id).isEqualTo(second);
    }

    @Test
    void a_replaced_method_works_until_the_new_one_is_proved_and_leaves_it_its_place() {
        CaseId caseId = requested(Change.REPLACE, Optional.of(app));
        chooses();
        play.waitsAt(caseId, "userTask_chooseDevice");
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app);

        FactorId successor = registers(caseId);
        changes.notNamed(task());

        play.hasEnded(caseId).hasPassed(caseId, "serviceTask_replaceMethod", "event_changeDone");
        assertThat(factors.active(account)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(successor);
            assertThat(left.preferred()).isTrue();
        });
        assertThat(factors.find(app).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
    }

    @Test
    void a_method_is_removed_while_another_is_left() {
        FactorId second = apps.enroll(account);
        CaseId caseId = requested(Change.REMOVE, Optional.of(app));
        assertThat(changes.leavesOnlyOne(inbox.find(task()).orElseThrow())).isTrue();
        assertThat(changes.removed(task())).isTrue();
        play.hasEnded(caseId).hasPassed(caseId, "event_methodRemoved", "event_changeDone");
        assertThat(factors.active(account)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(second);
            assertThat(left.preferred()).isTrue();
        });
    }

    @Test
    void the_last_method_is_not_removed() {
        assertThat(changes.requested(Change.REMOVE, Optional.of(app))).isEqualTo(Answer.LAST_METHOD);
        assertThat(changes.open()).isEmpty();
    }

    @Test
    void a_method_that_became_the_last_one_meanwhile_is_not_removed() {
        FactorId second = apps.enroll(account);
        CaseId caseId = requested(Change.REMOVE, Optional.of(app));
        transaction.executeWithoutResult(status -> factors.disable(second));
        assertThat(changes.removed(task())).isFalse();
        play.waitsAt(caseId, "userTask_confirmRemoval");
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app);
    }

    @Test
    void nothing_changes_without_a_fresh_proof() {
        FactorId second = apps.enroll(account);
        for (Change change : List.of(Change.RENAME, Change.REMOVE)) {
            CaseId caseId = requested(change, Optional.of(second));
            TaskId task = task();
            inAnotherSession(() -> {
                assertThat(changes.needsProof()).isTrue();
                assertThatThrownBy(() -> {
                            changes.named(task, "Mine now");
                            changes.removed(task);
                        })
                        .isInstanceOfAny(ProofNeeded.class, TaskUnavailable.class);
            });
            play.waitsAt(caseId, change == Change.RENAME ? "userTask_nameMethod" : "userTask_confirmRemoval");
            changes.withdrawn();
        }
        CaseId caseId = requested(Change.ADD, Optional.empty());
        TaskId task = task();
        inAnotherSession(() -> assertThatThrownBy(() -> offer.chosen(task, APP)).isInstanceOf(ProofNeeded.class));
        play.waitsAt(caseId, "userTask_chooseMethod");
        assertThat(factors.active(account)).hasSize(2);
    }

    @Test
    void one_change_is_open_at_a_time_however_many_tabs_ask() throws Exception {
        List<Answer> answers = InParallel.on(8, () -> {
            try (SignedInAs tab = SignedInAs.again(session.person())) {
                return changes.requested(Change.ADD, Optional.empty());
            }
        });
        assertThat(answers).containsOnlyOnce(Answer.STARTED).containsOnly(Answer.STARTED, Answer.OPEN_ALREADY);
    }

    @Test
    void a_second_tab_sees_what_the_first_did() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        TaskId choice = task();
        chooses();
        assertThatThrownBy(() -> offer.chosen(choice, APP)).isInstanceOf(TaskUnavailable.class);
        FactorId second = registers(caseId);
        changes.named(task(), "Second");
        play.hasEnded(caseId);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app, second);
    }

    @Test
    void a_withdrawn_change_leaves_nothing_half_bound() {
        CaseId caseId = inSetup();
        FactorId begun = begun(caseId);
        changes.withdrawn();
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_changeWithdrawn", "event_nothingChanged")
                .nothingIsLeftOf(caseId);
        assertDiscarded(begun);
    }

    @Test
    void an_abandoned_change_expires_and_leaves_nothing_half_bound() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        play.fireTimer(caseId, "event_changeExpired");
        play.hasEnded(caseId).hasPassed(caseId, "event_changeOverdue").nothingIsLeftOf(caseId);
        assertThat(changes.open()).isEmpty();
        assertThat(factors.active(account)).hasSize(1);
    }

    @Test
    void an_account_that_ends_takes_its_change_along() {
        CaseId caseId = inSetup();
        FactorId begun = begun(caseId);
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountEnded(account)));
        play.hasEnded(caseId).hasPassed(caseId, "event_changeCancelled").nothingIsLeftOf(caseId);
        assertDiscarded(begun);
    }

    @Test
    void a_freeze_stops_the_running_change_and_every_further_one() {
        CaseId caseId = inSetup();
        FactorId begun = begun(caseId);
        CaseId dispute = CaseId.next();
        transaction.executeWithoutResult(
                status -> freezes.freeze(account, dispute, session.person().passwordAt()));
        play.hasEnded(caseId)
                .hasPassed(caseId, "event_changesFrozen", "event_changeFrozen")
                .nothingIsLeftOf(caseId);
        assertDiscarded(begun);
        for (Change change : Change.values()) {
            Optional<FactorId> method = change == Change.ADD ? Optional.empty() : Optional.of(app);
            assertThatThrownBy(() -> changes.requested(change, method)).isInstanceOf(ChangesRefused.class);
        }
        assertThatThrownBy(() -> apps.enroll(account)).isInstanceOf(ChangesRefused.class);

        transaction.executeWithoutResult(status -> freezes.lift(dispute));
        assertThat(requested(Change.RENAME, Optional.of(app))).isNotNull();
    }

    @Test
    void nobody_changes_the_methods_of_somebody_else() {
        AccountId stranger = accounts.student().id();
        apps.enroll(stranger);
        CaseId caseId = requested(Change.RENAME, Optional.of(app));
        TaskId task = task();
        try (SignedInAs other = SignedInAs.holder(stranger)) {
            assertThat(changes.requested(Change.RENAME, Optional.of(app))).isEqualTo(Answer.NOT_POSSIBLE);
            assertThat(changes.isOwn(caseId)).isFalse();
            assertThatThrownBy(() -> changes.named(task, "Theirs")).isInstanceOf(TaskUnavailable.class);
            assertThat(other.person().account()).isEqualTo(stranger);
        }
    }

    @Test
    void who_has_no_method_has_nothing_to_change() {
        try (SignedInAs other = SignedInAs.holder(accounts.student().id())) {
            assertThat(changes.requested(Change.ADD, Optional.empty())).isEqualTo(Answer.NOT_POSSIBLE);
            assertThat(changes.requested(Change.REMOVE, Optional.empty())).isEqualTo(Answer.NOT_POSSIBLE);
            assertThat(other.person().signedIn()).isTrue();
        }
    }

    private CaseId requested(Change change, Optional<FactorId> method) {
        assertThat(changes.requested(change, method)).isEqualTo(Answer.STARTED);
        return changes.open().orElseThrow().caseId();
    }

    private CaseId inSetup() {
        CaseId caseId = requested(Change.ADD, Optional.empty());
        chooses();
        play.waitsAt(caseId, "userTask_chooseDevice");
        return caseId;
    }

    private void chooses() {
        offer.chosen(task(), APP);
    }

    private FactorId setsUp(CaseId caseId) {
        chooses();
        return registers(caseId);
    }

    private FactorId setsUp(CaseId caseId, String name) {
        chooses();
        transaction.executeWithoutResult(status -> factors.rename(begun(caseId), name));
        return registers(caseId);
    }

    private FactorId registers(CaseId caseId) {
        totp.chosen(task(), AppDevice.ANOTHER_DEVICE);
        FactorId begun = begun(caseId);
        Secret<String> code = apps.nextCode(begun);
        totp.prove(task(), code);
        return begun;
    }

    private FactorId begun(CaseId caseId) {
        return new FactorId(inbox.variables(inbox.ofCase(caseId).get(0).id()).get(Variable.id("factorId")));
    }

    private TaskId task() {
        return changes.currentTask().orElseThrow();
    }

    private void proveFactor() {
        transaction.executeWithoutResult(
                status -> fresh.proved(account, session.person().session()));
    }

    private void inAnotherSession(Runnable work) {
        try (SignedInAs other = SignedInAs.holder(account)) {
            assertThat(other.person().session()).isNotEqualTo(session.person().session());
            work.run();
        }
    }

    private void assertDiscarded(FactorId begun) {
        assertThat(factors.find(begun).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
        assertThat(factors.active(account)).noneMatch(factor -> factor.id().equals(begun));
        assertThat(changes.open()).isEmpty();
    }
}
