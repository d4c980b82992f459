package org.sekisho.factor.recoverycodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.CodeSpent;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SekishoTest
@RecordApplicationEvents
class FactorRecoverycodesSetupProcessTest {

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private RecoveryCodesSetup setup;

    @Autowired
    private RecoveryCodesFactor type;

    @Autowired
    private JdbcRecoveryCodes codes;

    @Autowired
    private Factors factors;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ApplicationEvents events;

    private AccountId account;
    private FactorId factor;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        factor = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                RecoveryCodesFactor.SETUP,
                caseId,
                Variables.of(RecoveryCodesVariables.ACCOUNT, account.value())
                        .and(RecoveryCodesVariables.FACTOR, factor.value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(RecoveryCodesFactor.SETUP);
    }

    @Test
    void codes_that_are_saved_become_a_method_that_is_never_the_default() {
        play.waitsAt(caseId, "userTask_saveCodes");
        CodeSet set = setup.issue(task());
        assertThat(set.codes()).hasSize(10);
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.saved(task().id(), set)).isTrue();
        over(SetupOutcome.ENROLLED);
        Factor bound = factors.active(account).get(0);
        assertThat(bound.kind()).isEqualTo("recoverycodes");
        assertThat(bound.preferred()).isFalse();
    }

    @Test
    void each_use_of_a_code_is_told_with_what_is_left() {
        CodeSet set = setup.issue(task());
        setup.saved(task().id(), set);
        Challenge challenge = new Challenge(factor, account, CaseId.next());
        assertThat(type.check(challenge, set.codes().get(0))).isEqualTo(Check.RIGHT);
        assertThat(type.check(challenge, set.codes().get(0))).isEqualTo(Check.USED);
        assertThat(events.stream(CodeSpent.class)).containsExactly(new CodeSpent(account, factor, "recoverycodes", 9));
    }

    @Test
    void a_set_that_was_shown_earlier_cannot_be_said_to_be_saved() {
        CodeSet first = setup.issue(task());
        CodeSet second = setup.issue(task());
        assertThat(setup.saved(task().id(), first)).isFalse();
        play.waitsAt(caseId, "userTask_saveCodes");
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.saved(task().id(), second)).isTrue();
        over(SetupOutcome.ENROLLED);
    }

    @Test
    void whoever_does_without_leaves_nothing_behind() {
        setup.issue(task());
        setup.declined(task().id());
        play.hasPassed(caseId, "gateway_codesSaved", "serviceTask_discardCodes", "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void codes_that_nobody_saves_in_time_are_thrown_away() {
        setup.issue(task());
        play.fireTimer(caseId, "event_bindingExpired");
        play.hasPassed(caseId, "event_bindingExpired", "serviceTask_discardCodes", "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void after_the_time_no_codes_are_shown_although_the_timer_has_not_fired() {
        clock.advance(Duration.ofMinutes(30));
        CaseTask task = task();
        assertThatThrownBy(() -> setup.issue(task)).isInstanceOf(TaskUnavailable.class);
    }

    @Test
    void somebody_else_is_shown_nothing() {
        CaseTask task = task();
        try (SignedInAs stranger = SignedInAs.holder(accounts.student().id())) {
            assertThat(stranger.person().account()).isNotEqualTo(account);
            assertThatThrownBy(() -> setup.issue(task)).isInstanceOf(TaskUnavailable.class);
        }
    }

    private CaseTask task() {
        return inbox.ofCase(caseId).get(0);
    }

    private void over(SetupOutcome outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).find(RecoveryCodesVariables.OUTCOME))
                .isEqualTo(Optional.of(outcome));
    }

    private void discarded() {
        assertThat(codes.left(factor)).isZero();
        assertThat(factors.find(factor).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
    }
}
