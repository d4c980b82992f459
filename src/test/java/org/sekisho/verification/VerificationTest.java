package org.sekisho.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SessionKey;
import org.sekisho.security.SignInAttempt;
import org.sekisho.security.SignedInAs;
import org.sekisho.security.Source;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.throttle.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

@SekishoTest
class VerificationTest {

    private static final int THREADS = 64;
    private static final Optional<Source> STRANGER = Optional.of(new Source("network-1", Optional.empty()));
    private static final Optional<Source> KNOWN = Optional.of(new Source("network-2", Optional.of("browser-1")));

    @Autowired
    private Verification verification;

    @Autowired
    private VerificationGate gate;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private Factors factors;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private Throttle throttle;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private AccountId account;
    private FactorId app;
    private SignedInAs person;
    private SessionKey session;

    @BeforeEach
    void bind() {
        account = accounts.student().id();
        app = apps.enroll(account);
        person = SignedInAs.holder(account);
        session = person.person().session();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void a_right_code_signs_the_session_in_and_nobody_else() {
        TaskId task = signIn();
        assertThat(verification.prove(task, apps.code(app))).isEqualTo(new Answer.Right(new Onward.CompleteSignIn()));
        assertThat(grants()).containsExactly(true);
        assertThat(fresh.isFresh(account, session)).isTrue();
        assertThat(fresh.isFresh(account, new SessionKey(UUID.randomUUID()))).isFalse();
        assertThat(factors.find(app).orElseThrow().lastUsedAt()).contains(clock.instant());
    }

    @Test
    void a_wrong_code_is_told_with_the_tries_and_the_case_stays() {
        TaskId task = signIn();
        assertThat(verification.prove(task, apps.wrongCode(app))).isEqualTo(new Answer.Wrong(1, 6));
        assertThat(verification.prove(task, apps.wrongCode(app))).isEqualTo(new Answer.Wrong(2, 5));
        assertThat(verification.prove(task, apps.code(app))).isInstanceOf(Answer.Right.class);
        assertThat(throttle.failures("factor:" + app)).isZero();
    }

    @Test
    void a_used_code_neither_signs_in_nor_counts() {
        Secret<String> code = apps.code(app);
        verification.prove(signIn(), code);
        TaskId again = signIn();
        assertThat(verification.prove(again, code)).isEqualTo(new Answer.Used());
        assertThat(throttle.failures("factor:" + app)).isZero();
        assertThat(verification.prove(again, apps.nextCode(app))).isInstanceOf(Answer.Right.class);
    }

    @Test
    void after_ten_minutes_even_a_right_code_does_nothing_although_the_timer_has_not_fired() {
        TaskId task = signIn();
        clock.advance(Duration.ofMinutes(10));
        assertThat(verification.prove(task, apps.code(app))).isEqualTo(new Answer.Expired());
        assertThat(grants()).isEmpty();
    }

    @Test
    void the_tasks_of_a_case_do_not_exist_for_another_session_of_the_account() {
        TaskId task = signIn();
        try (SignedInAs elsewhere = SignedInAs.holder(account)) {
            assertThat(elsewhere.person().session()).isNotEqualTo(session);
            assertThatThrownBy(() -> verification.prove(task, apps.code(app))).isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> verification.noneUsable(task)).isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> verification.prompt(inbox.find(task).orElseThrow()))
                    .isInstanceOf(TaskUnavailable.class);
        }
        assertThat(verification.prove(task, apps.code(app))).isInstanceOf(Answer.Right.class);
    }

    @Test
    void from_the_fifth_failure_waits_grow_and_strangers_run_out_before_the_method_does() {
        TaskId task = signIn();
        for (int tries = 1; tries <= 5; tries++) {
            assertThat(wrong(task, STRANGER)).isEqualTo(new Answer.Wrong(tries, 7 - tries));
        }
        Instant first = clock.instant().plusSeconds(5);
        assertThat(verification.prove(task, apps.code(app), STRANGER)).isEqualTo(new Answer.TooSoon(first));
        clock.advanceTo(first);
        assertThat(wrong(task, STRANGER)).isEqualTo(new Answer.Wrong(6, 1));
        Instant second = clock.instant().plusSeconds(10);
        assertThat(wrong(task, STRANGER)).isEqualTo(new Answer.TooSoon(second));
        clock.advanceTo(second);
        assertThat(wrong(task, STRANGER)).isEqualTo(new Answer.Ended(false, new Onward.SignInAgain()));
        assertThat(factors.find(app).orElseThrow().state()).isEqualTo(Factor.State.ACTIVE);
    }

    @Test
    void a_stranger_with_the_password_cannot_lock_out_a_known_browser() {
        useUpStrangersTries();
        TaskId strangers = signIn();
        assertThat(verification.prove(strangers, apps.code(app), STRANGER)).isEqualTo(new Answer.Refused());
        assertThat(wrong(strangers, KNOWN)).isEqualTo(new Answer.Wrong(8, 2));
        assertThat(verification.prove(strangers, apps.code(app), KNOWN)).isInstanceOf(Answer.Right.class);
        assertThat(throttle.failures("factor:" + app)).isZero();
    }

    @Test
    void strangers_may_try_again_a_day_later() {
        useUpStrangersTries();
        clock.advance(Duration.ofHours(24));
        assertThat(verification.prove(signIn(), apps.code(app), STRANGER)).isInstanceOf(Answer.Right.class);
    }

    @Test
    void the_hard_limit_switches_the_method_off_for_everybody() {
        useUpStrangersTries();
        TaskId task = signIn();
        wrong(task, KNOWN);
        wrong(task, KNOWN);
        assertThat(wrong(task, KNOWN)).isEqualTo(new Answer.Ended(true, new Onward.SignInAgain()));
        assertThat(factors.find(app).orElseThrow().state()).isEqualTo(Factor.State.DISABLED);
        assertThat(trail.about(account.value(), 20))
                .extracting(AuditEvent::action)
                .contains("factor.disabled");
        CaseId next = verification.signIn(account, session);
        assertThat(inbox.ofCase(next)).extracting(waiting -> waiting.element()).containsExactly("userTask_seeHelp");
    }

    @Test
    void a_method_that_ended_meanwhile_is_refused() {
        TaskId task = signIn();
        Secret<String> code = apps.code(app);
        factors.revoke(app, "lost");
        assertThat(verification.prove(task, code)).isEqualTo(new Answer.Refused());
    }

    @Test
    void five_wrong_codes_end_a_trial_and_let_the_person_in_without_a_factor() {
        TaskId task = only(verification.trial(account, session).orElseThrow());
        for (int tries = 1; tries <= 4; tries++) {
            assertThat(verification.prove(task, apps.wrongCode(app))).isEqualTo(new Answer.Wrong(tries, 5 - tries));
        }
        assertThat(verification.prove(task, apps.wrongCode(app)))
                .isEqualTo(new Answer.Ended(false, new Onward.CompleteSignIn()));
        assertThat(grants()).containsExactly(false);
        assertThat(fresh.isFresh(account, session)).isFalse();
    }

    @Test
    void a_trial_that_does_not_work_lets_the_person_in_without_a_factor() {
        assertThat(verification.noneUsable(
                        only(verification.trial(account, session).orElseThrow())))
                .isEqualTo(new Onward.CompleteSignIn());
        assertThat(grants()).containsExactly(false);
    }

    @Test
    void a_person_without_a_method_is_let_in_nowhere() {
        TaskId task = signIn();
        assertThat(verification.noneUsable(task)).isEqualTo(new Onward.NextTask());
        TaskId help = only(inbox.own().get(inbox.own().size() - 1).caseId());
        assertThat(verification.helpSeen(help)).isEqualTo(new Onward.SignInAgain());
        assertThat(grants()).isEmpty();
    }

    @Test
    void only_a_method_of_the_account_can_be_chosen() {
        FactorId foreign = apps.enroll(accounts.student().id());
        CaseId caseId = verification.signIn(account, session);
        verification.another(only(caseId));
        TaskId choice = only(caseId);
        assertThat(verification.methods(inbox.find(choice).orElseThrow()))
                .extracting(Factor::id)
                .containsExactly(app);
        assertThatThrownBy(() -> verification.chosen(choice, foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThat(verification.chosen(choice, app)).isEqualTo(new Onward.NextTask());
    }

    @Test
    void a_step_up_proves_a_fresh_factor_and_leads_back() {
        assertThat(verification.needsProof(account, session)).isTrue();
        TaskId task = verification.stepUp(account, session, "tasks/4f1c");
        assertThat(verification.prove(task, apps.code(app)))
                .isEqualTo(new Answer.Right(new Onward.Route("tasks/4f1c")));
        assertThat(verification.needsProof(account, session)).isFalse();
        assertThat(grants()).isEmpty();
    }

    @Test
    void a_step_up_leads_to_our_own_routes_alone() {
        for (String route : List.of("https://evil.example", "//evil.example", "/x", "a/../b", "a?b", "javascript:x")) {
            assertThatThrownBy(() -> verification.stepUp(account, session, route))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_account_without_a_method_needs_no_proof() {
        assertThat(verification.needsProof(accounts.student().id(), session)).isFalse();
    }

    @Test
    void the_gate_opens_a_case_where_mfa_is_on_and_lets_others_pass() {
        SignInAttempt attempt = new SignInAttempt(account, session);
        assertThat(gate.open(attempt)).isEmpty();
        enforcement.begin(account);
        enforcement.begin(account);
        assertThat(gate.open(attempt)).isPresent();
        enforcement.end(account);
        assertThat(gate.open(attempt)).isEmpty();
    }

    @Test
    void of_64_parallel_wrong_guesses_exactly_five_are_compared() throws Exception {
        TaskId task = signIn();
        Secret<String> wrong = apps.wrongCode(app);
        List<Optional<Answer>> answers = inParallel(task, wrong);
        assertThat(answers)
                .filteredOn(
                        answer -> answer.filter(Answer.Wrong.class::isInstance).isPresent())
                .hasSize(5);
        assertThat(answers)
                .filteredOn(answer ->
                        answer.filter(Answer.TooSoon.class::isInstance).isPresent())
                .hasSize(THREADS - 5);
        assertThat(throttle.failures("factor:" + app)).isEqualTo(5);
    }

    @Test
    void of_64_parallel_right_codes_exactly_one_signs_in() throws Exception {
        TaskId task = signIn();
        List<Optional<Answer>> answers = inParallel(task, apps.code(app));
        assertThat(answers)
                .filteredOn(
                        answer -> answer.filter(Answer.Right.class::isInstance).isPresent())
                .hasSize(1);
        assertThat(answers).noneMatch(answer -> answer.filter(Answer.Wrong.class::isInstance)
                .isPresent());
        assertThat(grants()).containsExactly(true);
        assertThat(throttle.failures("factor:" + app)).isZero();
    }

    @Test
    void of_64_parallel_wrong_guesses_in_a_trial_exactly_five_are_compared_and_the_case_ends_once() throws Exception {
        TaskId task = only(verification.trial(account, session).orElseThrow());
        Secret<String> wrong = apps.wrongCode(app);
        List<Optional<Answer>> answers = inParallel(task, wrong);
        assertThat(answers)
                .filteredOn(
                        answer -> answer.filter(Answer.Wrong.class::isInstance).isPresent())
                .hasSizeLessThanOrEqualTo(4);
        assertThat(answers)
                .filteredOn(
                        answer -> answer.filter(Answer.Ended.class::isInstance).isPresent())
                .hasSize(1);
        assertThat(throttle.failures("factor:" + app)).isEqualTo(5);
        assertThat(grants()).containsExactly(false);
    }

    private List<Optional<Answer>> inParallel(TaskId task, Secret<String> code) throws Exception {
        SecurityContext context = SecurityContextHolder.getContext();
        return InParallel.on(THREADS, () -> {
            SecurityContextHolder.setContext(context);
            try {
                return Optional.of(verification.prove(task, code));
            } catch (TaskUnavailable gone) {
                return Optional.empty();
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }

    private void useUpStrangersTries() {
        TaskId task = signIn();
        for (int tries = 0; tries < 7; tries++) {
            if (wrong(task, STRANGER) instanceof Answer.TooSoon soon) {
                clock.advanceTo(soon.until());
                wrong(task, STRANGER);
            }
        }
    }

    private Answer wrong(TaskId task, Optional<Source> source) {
        return verification.prove(task, apps.wrongCode(app), source);
    }

    private TaskId signIn() {
        return only(verification.signIn(account, session));
    }

    private TaskId only(CaseId caseId) {
        return inbox.ofCase(caseId).get(0).id();
    }

    private List<Boolean> grants() {
        return jdbc.sql("select with_factor from sign_in_grant where account = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .list();
    }
}
