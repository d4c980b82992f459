package org.sekisho.factor.apppassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class FactorApppasswordSetupProcessTest {

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private AppPasswordSetup setup;

    @Autowired
    private JdbcAppPasswords passwords;

    @Autowired
    private Factors factors;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MutableClock clock;

    private AccountId account;
    private FactorId factor;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        start();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(AppPasswordFactor.SETUP);
    }

    @Test
    void a_password_that_is_named_and_saved_becomes_a_method_that_is_never_the_default() {
        play.waitsAt(caseId, "userTask_namePassword");
        assertThat(setup.named(task(), "MailLaptop")).isEmpty();
        play.waitsAt(caseId, "userTask_savePassword");
        ShownPassword shown = setup.issue(task());
        assertThat(shown.name()).isEqualTo("MailLaptop");
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.saved(task(), shown)).isTrue();
        over(SetupOutcome.ENROLLED);
        Factor bound = factors.active(account).get(0);
        assertThat(bound.kind()).isEqualTo("apppassword");
        assertThat(bound.name()).hasValue("MailLaptop");
        assertThat(bound.preferred()).isFalse();
        assertThat(passwords.find(List.of(factor), 1, shown.password())).hasValue(factor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "My Mail", "Mail-2", "メール", "Ｍａｉｌ", "Mail\n2", "a23456789012345678901234567890123"})
    void any_other_name_than_32_letters_and_digits_is_refused_and_may_be_given_anew(String name) {
        assertThat(setup.named(task(), name)).hasValue("factor.apppassword.name.form");
        play.waitsAt(caseId, "userTask_namePassword");
        assertThat(factors.find(factor).orElseThrow().name()).isEmpty();
        assertThat(setup.named(task(), "Mail2")).isEmpty();
    }

    @Test
    void two_live_app_passwords_of_an_account_have_different_names() {
        saved("Mail");
        start();
        assertThat(setup.named(task(), "mail")).hasValue("factor.apppassword.name.taken");
        factors.revoke(factors.active(account).get(0).id(), "lost");
        assertThat(setup.named(task(), "mail")).isEmpty();
    }

    @Test
    void a_password_that_was_shown_earlier_cannot_be_said_to_be_saved() {
        setup.named(task(), "Mail");
        ShownPassword first = setup.issue(task());
        ShownPassword second = setup.issue(task());
        assertThat(setup.saved(task(), first)).isFalse();
        play.waitsAt(caseId, "userTask_savePassword");
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.saved(task(), second)).isTrue();
        assertThat(passwords.find(List.of(factor), 1, first.password())).isEmpty();
    }

    @Test
    void whoever_gives_no_name_leaves_nothing_behind() {
        setup.notNamed(task());
        play.hasPassed(
                caseId,
                "gateway_passwordNamed",
                "event_passwordUnwanted",
                "event_passwordDeclined",
                "serviceTask_discardPassword",
                "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        assertThat(factors.find(factor).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
    }

    @Test
    void whoever_does_without_the_one_that_was_shown_leaves_nothing_behind() {
        setup.named(task(), "Mail");
        ShownPassword shown = setup.issue(task());
        setup.declined(task());
        play.hasPassed(caseId, "gateway_passwordSaved", "event_passwordUnwanted", "serviceTask_discardPassword");
        over(SetupOutcome.ABANDONED);
        discarded(shown);
    }

    @Test
    void a_password_that_nobody_saves_in_time_is_thrown_away() {
        setup.named(task(), "Mail");
        ShownPassword shown = setup.issue(task());
        play.fireTimer(caseId, "event_bindingExpired");
        play.hasPassed(caseId, "event_bindingExpired", "serviceTask_discardPassword", "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        discarded(shown);
    }

    @Test
    void after_the_time_nothing_goes_on_although_the_timer_has_not_fired() {
        setup.named(task(), "Mail");
        TaskId task = task();
        ShownPassword shown = setup.issue(task);
        clock.advance(Duration.ofMinutes(30));
        assertThatThrownBy(() -> setup.issue(task)).isInstanceOf(TaskUnavailable.class);
        assertThatThrownBy(() -> setup.saved(task, shown)).isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void somebody_else_names_and_is_shown_nothing() {
        TaskId naming = task();
        try (SignedInAs stranger = SignedInAs.holder(accounts.student().id())) {
            assertThat(stranger.person().account()).isNotEqualTo(account);
            assertThatThrownBy(() -> setup.named(naming, "Mail")).isInstanceOf(TaskUnavailable.class);
        }
        setup.named(task(), "Mail");
        TaskId saving = task();
        try (SignedInAs stranger = SignedInAs.holder(accounts.student().id())) {
            assertThat(stranger.person().account()).isNotEqualTo(account);
            assertThatThrownBy(() -> setup.issue(saving)).isInstanceOf(TaskUnavailable.class);
        }
    }

    private void saved(String name) {
        setup.named(task(), name);
        setup.saved(task(), setup.issue(task()));
    }

    private void start() {
        factor = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                AppPasswordFactor.SETUP,
                caseId,
                Variables.of(AppPasswordVariables.ACCOUNT, account.value())
                        .and(AppPasswordVariables.FACTOR, factor.value()));
    }

    private TaskId task() {
        return inbox.ofCase(caseId).get(0).id();
    }

    private void over(SetupOutcome outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).find(AppPasswordVariables.OUTCOME))
                .isEqualTo(Optional.of(outcome));
    }

    private void discarded(ShownPassword shown) {
        assertThat(passwords.holds(factor, shown)).isFalse();
        assertThat(factors.find(factor).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
    }
}
