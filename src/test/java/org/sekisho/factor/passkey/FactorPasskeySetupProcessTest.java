package org.sekisho.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class FactorPasskeySetupProcessTest {

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private PasskeySetup setup;

    @Autowired
    private JdbcPasskeys passkeys;

    @Autowired
    private Factors factors;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private Verification verification;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private TestPasskeys others;

    @Autowired
    private MutableClock clock;

    private final TestDevice device = new TestDevice();
    private AccountId account;
    private FactorId app;
    private FactorId passkey;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        app = apps.enroll(account);
        person = SignedInAs.holder(account);
        fresh.proved(account, person.person().session());
        start();
    }

    private void start() {
        passkey = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                PasskeyFactor.SETUP,
                caseId,
                Variables.of(PasskeyVariables.ACCOUNT, account.value()).and(PasskeyVariables.FACTOR, passkey.value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(PasskeyFactor.SETUP);
    }

    @Test
    void a_passkey_that_a_device_makes_becomes_a_method_with_the_name_that_its_person_gave_it() {
        play.waitsAt(caseId, "userTask_registerPasskey");
        assertThat(register("  Blue key ")).isEqualTo(new Registered.Done());
        over(SetupOutcome.ENROLLED);
        Factor bound = factors.find(passkey).orElseThrow();
        assertThat(bound.state()).isEqualTo(Factor.State.ACTIVE);
        assertThat(bound.name()).contains("Blue key");
        assertThat(bound.kind()).isEqualTo("passkey");
        assertThat(bound.boundIn()).isEqualTo(caseId);
        assertThat(passkeys.find(passkey)).hasValueSatisfying(kept -> {
            assertThat(kept.credentialId()).isEqualTo(device.credentialId());
            assertThat(kept.transports()).containsExactlyInAnyOrder("internal", "hybrid");
        });
    }

    @Test
    void it_is_never_the_default_not_even_when_it_is_alone() {
        register("Blue key");
        factors.revoke(app, "lost");
        assertThat(factors.active(account)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(passkey);
            assertThat(left.preferred()).isFalse();
        });
        assertThatThrownBy(() -> factors.prefer(passkey)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_device_is_told_the_account_and_to_say_nothing_of_itself() {
        assertThat(setup.toCreate(task()))
                .contains("\"rp\":{", "\"id\":\"localhost\"", "\"attestation\":\"none\"")
                .contains("\"residentKey\":\"preferred\"")
                .contains("\"excludeCredentials\":[]")
                .contains("\"id\":\"" + CeremonyOptions.userHandle(account) + "\"");
    }

    @Test
    void a_second_passkey_is_another_method_and_the_device_of_the_first_is_excluded() {
        register("First");
        start();
        assertThat(setup.toCreate(task())).contains("\"excludeCredentials\":[{", device.credentialId());
        assertThat(register("Again")).isEqualTo(new Registered.Known());
        assertThat(register("Second", new TestDevice())).isEqualTo(new Registered.Done());
        assertThat(factors.active(account))
                .extracting(Factor::name)
                .contains(Optional.of("First"), Optional.of("Second"));
    }

    @Test
    void a_passkey_of_another_account_is_known_too() {
        others.enroll(accounts.student().id(), device);
        assertThat(register("Borrowed")).isEqualTo(new Registered.Known());
    }

    @Test
    void without_a_fresh_proof_nothing_is_registered_and_the_proof_leads_back() {
        clock.advance(Duration.ofMinutes(16));
        TaskId task = task();
        assertThat(setup.needsProof(task)).isTrue();
        assertThatThrownBy(() -> setup.toCreate(task)).isInstanceOf(ProofNeeded.class);
        assertThatThrownBy(() -> setup.register(task, "Blue key", Secret.of("{}")))
                .isInstanceOf(ProofNeeded.class);
        TaskId proof = setup.prove(task);
        verification.prove(proof, apps.nextCode(app));
        assertThat(setup.needsProof(task)).isFalse();
        assertThat(register("Blue key")).isEqualTo(new Registered.Done());
    }

    @Test
    void whoever_has_no_method_at_all_cannot_begin_with_a_passkey() {
        account = accounts.student().id();
        try (SignedInAs newcomer = SignedInAs.holder(account)) {
            start();
            assertThat(newcomer.person().account()).isEqualTo(account);
            TaskId task = task();
            assertThatThrownBy(() -> setup.toCreate(task)).isInstanceOf(ProofNeeded.class);
        }
    }

    @Test
    void a_name_has_1_to_80_characters() {
        assertThat(register("   ")).isEqualTo(new Registered.Unnamed());
        assertThat(register("x".repeat(81))).isEqualTo(new Registered.Unnamed());
        assertThat(register("名".repeat(80))).isEqualTo(new Registered.Done());
    }

    @Test
    void five_refused_answers_end_the_set_up() {
        for (int left = 4; left >= 1; left--) {
            assertThat(register("Blue key", new TestDevice().at("https://sekisho.example.net")))
                    .isEqualTo(new Registered.Refused(left));
        }
        assertThat(setup.register(task(), "Blue key", Secret.of("nonsense"))).isEqualTo(new Registered.Exhausted());
        over(SetupOutcome.REJECTED);
        discarded();
        assertThat(trail.ofCase(caseId.value()))
                .extracting(AuditEvent::action, AuditEvent::result)
                .contains(
                        tuple("factor.passkey-refused", "other-origin"), tuple("factor.passkey-refused", "malformed"));
    }

    @Test
    void an_answer_to_another_set_up_is_refused() {
        Secret<String> answer = device.creates(setup.toCreate(task()));
        start();
        assertThat(setup.register(task(), "Blue key", answer)).isEqualTo(new Registered.Refused(4));
    }

    @Test
    void an_answer_that_comes_late_is_asked_for_again() {
        Secret<String> answer = device.creates(setup.toCreate(task()));
        clock.advance(Duration.ofMinutes(5));
        assertThat(setup.register(task(), "Blue key", answer)).isEqualTo(new Registered.TooLate());
        assertThat(register("Blue key")).isEqualTo(new Registered.Done());
    }

    @Test
    void of_parallel_equal_answers_one_registers() throws Exception {
        Secret<String> answer = device.creates(setup.toCreate(task()));
        TaskId task = task();
        List<Boolean> done = InParallel.on(8, () -> {
            try (SignedInAs ignored = SignedInAs.again(person.person())) {
                return setup.register(task, "Blue key", answer) instanceof Registered.Done;
            } catch (TaskUnavailable late) {
                return false;
            }
        });
        assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(factors.active(account)).hasSize(2);
    }

    @Test
    void whoever_gives_up_keeps_what_they_had() {
        setup.giveUp(task());
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void what_nobody_finishes_within_half_an_hour_is_thrown_away() {
        play.fireTimer(caseId, "event_bindingExpired");
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void the_time_is_up_even_where_the_timer_is_late() {
        Secret<String> answer = device.creates(setup.toCreate(task()));
        clock.advance(Duration.ofMinutes(30));
        fresh.proved(account, person.person().session());
        assertThat(setup.register(task(), "Blue key", answer)).isEqualTo(new Registered.Expired());
    }

    @Test
    void somebody_else_neither_sees_nor_registers_it() {
        TaskId task = task();
        try (SignedInAs stranger = SignedInAs.holder(accounts.student().id())) {
            assertThat(stranger.person().account()).isNotEqualTo(account);
            assertThatThrownBy(() -> setup.toCreate(task)).isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> setup.register(task, "Blue key", Secret.of("{}")))
                    .isInstanceOf(TaskUnavailable.class);
            assertThatThrownBy(() -> setup.giveUp(task)).isInstanceOf(TaskUnavailable.class);
        }
    }

    private Registered register(String name) {
        return register(name, device);
    }

    private Registered register(String name, TestDevice with) {
        return setup.register(task(), name, with.creates(setup.toCreate(task())));
    }

    private TaskId task() {
        return inbox.ofCase(caseId).stream().map(CaseTask::id).findFirst().orElseThrow();
    }

    private void over(SetupOutcome outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).find(PasskeyVariables.OUTCOME)).isEqualTo(Optional.of(outcome));
    }

    private void discarded() {
        assertThat(passkeys.find(passkey)).isEmpty();
        assertThat(factors.find(passkey).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
        assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app);
    }
}
