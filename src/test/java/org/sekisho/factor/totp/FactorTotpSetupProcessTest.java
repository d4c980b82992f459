package org.sekisho.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class FactorTotpSetupProcessTest {

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TotpSetup setup;

    @Autowired
    private TotpFactor totp;

    @Autowired
    private JdbcTotpKeys keys;

    @Autowired
    private Factors factors;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Accounts directory;

    @Autowired
    private TestApps apps;

    @Autowired
    private MutableClock clock;

    private AccountId account;
    private FactorId app;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        app = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                TotpFactor.SETUP,
                caseId,
                Variables.of(TotpVariables.ACCOUNT, account.value()).and(TotpVariables.FACTOR, app.value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(TotpFactor.SETUP);
    }

    @Test
    void who_would_rather_set_up_another_method_leaves_nothing_behind() {
        setup.anotherWanted(task().id());
        over(SetupOutcome.ANOTHER);
        assertThat(factors.find(app).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
        assertThat(keys.find(app)).isEmpty();
    }

    @Test
    void one_right_code_makes_the_app_a_method() {
        play.waitsAt(caseId, "userTask_chooseDevice");
        assertThat(setup.device(task())).isEmpty();
        setup.chosen(task().id(), AppDevice.ANOTHER_DEVICE);
        play.waitsAt(caseId, "userTask_registerApp");
        assertThat(setup.device(task())).contains(AppDevice.ANOTHER_DEVICE);
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.prove(task().id(), apps.code(app))).isEqualTo(new Registered.Proved());
        over(SetupOutcome.ENROLLED);
        Factor bound = factors.active(account).get(0);
        assertThat(bound.id()).isEqualTo(app);
        assertThat(bound.kind()).isEqualTo("totp");
        assertThat(bound.preferred()).isTrue();
        assertThat(bound.boundIn()).isEqualTo(caseId);
        assertThat(fresh.isFresh(account, person.person().session())).isTrue();
    }

    @Test
    void the_code_that_proved_the_app_does_not_sign_in_as_well() {
        register();
        Secret<String> code = apps.code(app);
        setup.prove(task().id(), code);
        assertThat(totp.check(app, code)).isEqualTo(TotpFactor.Check.USED);
    }

    @Test
    void the_device_can_be_chosen_again_and_the_key_stays_the_same_on_every_visit() {
        register();
        String key = setup.pairing(task()).key().reveal();
        setup.back(task().id());
        play.waitsAt(caseId, "userTask_chooseDevice");
        setup.chosen(task().id(), AppDevice.THIS_DEVICE);
        assertThat(setup.pairing(task()).key().reveal()).isEqualTo(key);
        assertThat(setup.pairing(task()).account())
                .isEqualTo(directory.get(account).commonId().value());
    }

    @Test
    void five_wrong_codes_throw_the_key_away() {
        register();
        for (int tries = 1; tries <= 4; tries++) {
            assertThat(setup.prove(task().id(), apps.wrongCode(app))).isEqualTo(new Registered.Wrong(tries, 5 - tries));
        }
        assertThat(setup.prove(task().id(), apps.wrongCode(app))).isEqualTo(new Registered.Exhausted());
        play.hasPassed(caseId, "event_triesExhausted", "serviceTask_discardRejectedKey", "event_setupRejected");
        over(SetupOutcome.REJECTED);
        discarded();
    }

    @Test
    void a_key_that_nobody_proves_in_time_is_thrown_away() {
        register();
        play.fireTimer(caseId, "event_bindingExpired");
        play.hasPassed(caseId, "event_bindingExpired", "serviceTask_discardExpiredKey", "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void after_thirty_minutes_a_right_code_is_too_late_although_the_timer_has_not_fired() {
        register();
        clock.advance(Duration.ofMinutes(30));
        assertThat(setup.prove(task().id(), apps.code(app))).isEqualTo(new Registered.Expired());
        assertThat(factors.active(account)).isEmpty();
    }

    @Test
    void a_case_that_is_withdrawn_takes_the_key_with_it() {
        register();
        factors.revokeBoundIn(caseId, "withdrawn");
        discarded();
        CaseTask task = task();
        assertThatThrownBy(() -> setup.pairing(task)).isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void somebody_else_neither_sees_nor_proves_it() {
        register();
        CaseTask task = task();
        try (SignedInAs stranger = SignedInAs.holder(accounts.student().id())) {
            assertThat(stranger.person().account()).isNotEqualTo(account);
            assertThatThrownBy(() -> setup.prove(task.id(), apps.code(app))).isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> setup.pairing(task)).isInstanceOf(TaskUnavailable.class);
        }
    }

    private void register() {
        setup.chosen(task().id(), AppDevice.ANOTHER_DEVICE);
    }

    private CaseTask task() {
        return inbox.ofCase(caseId).get(0);
    }

    private void over(SetupOutcome outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).find(TotpVariables.OUTCOME)).isEqualTo(Optional.of(outcome));
    }

    private void discarded() {
        assertThat(keys.find(app)).isEmpty();
        assertThat(factors.find(app).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
        assertThat(factors.active(account)).isEmpty();
    }
}
