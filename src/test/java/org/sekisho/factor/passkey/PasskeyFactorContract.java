package org.sekisho.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.Origin;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorDisabled;
import org.sekisho.factor.FactorDiscarded;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a passkey proves after a password, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PasskeyFactorContract {

    private static final int THREADS = 64;

    private final Told trail = new Told();
    private DatabaseBeans beans;
    private JdbcPasskeys passkeys;
    private JdbcQuestions questions;
    private WebAuthn webAuthn;
    private Passkeys asking;
    private PasskeyFactor passkey;
    private MutableClock clock;
    private TestDevice device;
    private Challenge challenge;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(database(), JdbcPasskeys.class, PasskeySettings.class, JdbcQuestions.class);
        clock = beans.get(MutableClock.class);
        passkeys = beans.get(JdbcPasskeys.class);
        questions = beans.get(JdbcQuestions.class);
        RelyingParty party = new RelyingParty(PasskeySettings.POLICY);
        webAuthn = new WebAuthn(party);
        asking = new Passkeys(passkeys, questions, new CeremonyOptions(party, PasskeySettings.POLICY, clock));
        passkey = new PasskeyFactor(
                passkeys,
                questions,
                webAuthn,
                new Assertions(
                        passkeys,
                        questions,
                        webAuthn,
                        trail,
                        new TransactionTemplate(beans.get(PlatformTransactionManager.class))),
                PasskeySettings.POLICY);
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @BeforeEach
    void bind() {
        device = new TestDevice();
        challenge = bound(device);
        passkey.begin(challenge);
        trail.actions.clear();
    }

    @Test
    void an_assertion_is_right_once_and_used_afterwards() {
        Secret<String> answer = device.signs(asked());
        assertThat(passkey.check(challenge, answer)).isEqualTo(Check.RIGHT);
        assertThat(passkey.check(challenge, answer)).isEqualTo(Check.USED);
        assertThat(trail.actions).isEmpty();
    }

    @Test
    void of_64_parallel_equal_assertions_exactly_one_succeeds() throws Exception {
        Secret<String> answer = device.signs(asked());
        List<Check> results = InParallel.on(THREADS, () -> passkey.check(challenge, answer));
        assertThat(results).filteredOn(Check.RIGHT::equals).hasSize(1);
        assertThat(results).filteredOn(Check.USED::equals).hasSize(THREADS - 1);
    }

    @Test
    void the_question_stays_the_same_until_it_is_answered_and_names_the_passkey() {
        String asked = asked();
        assertThat(asked())
                .isEqualTo(asked)
                .contains("\"" + device.credentialId() + "\"")
                .contains("\"rpId\":\"localhost\"")
                .contains("\"userVerification\":\"preferred\"");
        passkey.check(challenge, device.signs(asked));
        assertThat(asked()).isNotEqualTo(asked);
    }

    @Test
    void an_answer_that_comes_after_five_minutes_is_void() {
        Secret<String> answer = device.signs(asked());
        clock.advance(Duration.ofMinutes(5));
        assertThat(passkey.check(challenge, answer)).isEqualTo(Check.VOID);
        assertThat(passkey.check(challenge, device.signs(asked()))).isEqualTo(Check.RIGHT);
    }

    @Test
    void a_question_with_little_time_left_gives_way_to_a_new_one() {
        String asked = asked();
        clock.advance(Duration.ofMinutes(4));
        assertThat(asked()).isNotEqualTo(asked);
    }

    @Test
    void asking_anew_voids_what_was_asked_before() {
        Secret<String> answer = device.signs(asked());
        passkey.begin(challenge);
        assertThat(passkey.check(challenge, answer)).isEqualTo(Check.VOID);
    }

    @Test
    void an_assertion_for_one_case_is_worth_nothing_for_another() {
        Challenge other = new Challenge(challenge.factor(), challenge.account(), CaseId.next());
        passkey.begin(other);
        refused(other, device.signs(asked()), "other-question");
    }

    @Test
    void an_assertion_made_at_another_address_is_refused() {
        refused(challenge, device.at("https://sekisho.example.net").signs(asked()), "other-origin");
        refused(challenge, device.at("https://localhost.example.net:8080").signs(asked()), "other-origin");
        assertThat(passkey.check(challenge, device.at("http://localhost:43210").signs(asked())))
                .as("on localhost the port does not matter")
                .isEqualTo(Check.RIGHT);
    }

    @Test
    void an_assertion_for_another_relying_party_is_refused() {
        refused(challenge, device.forParty("example.net").signs(asked()), "other-relying-party");
    }

    @Test
    void nobody_needs_a_pin_after_a_password_but_somebody_must_be_there() {
        refused(challenge, device.withoutPresence().signs(asked()), "user-not-present");
        assertThat(passkey.check(challenge, device.withoutVerification().signs(asked())))
                .isEqualTo(Check.RIGHT);
    }

    @Test
    void the_passkey_of_somebody_else_is_refused() {
        TestDevice stranger = new TestDevice();
        bound(stranger);
        refused(challenge, stranger.signs(asked()), "unknown-passkey");
    }

    @Test
    void a_signature_of_another_key_is_refused() {
        String right = device.signs(asked()).reveal();
        String forged = new TestDevice().signs(asked()).reveal();
        String signature = forged.replaceAll(".*\"signature\":\"([^\"]+)\".*", "$1");
        refused(
                challenge,
                Secret.of(right.replaceAll("\"signature\":\"[^\"]+\"", "\"signature\":\"" + signature + "\"")),
                "not-genuine");
    }

    @Test
    void a_device_that_counts_behind_is_a_copy_and_is_reported() {
        assertThat(passkey.check(challenge, device.signs(asked()))).isEqualTo(Check.RIGHT);
        assertThat(passkey.check(challenge, device.signs(asked()))).isEqualTo(Check.RIGHT);
        Secret<String> copy = device.countsBack(1).signs(asked());
        assertThat(passkey.check(challenge, copy)).isEqualTo(Check.WRONG);
        assertThat(trail.actions).containsExactly("factor.passkey-copied copied");
    }

    @Test
    void of_two_copies_that_answer_two_cases_at_once_one_is_found_out() throws Exception {
        Secret<String> first = device.signs(asked());
        Challenge other = new Challenge(challenge.factor(), challenge.account(), CaseId.next());
        passkey.begin(other);
        Secret<String> second = device.countsBack(1).signs(asking.toProve(other).orElseThrow());
        List<Challenge> both = new CopyOnWriteArrayList<>(List.of(challenge, other));
        List<Check> results = InParallel.on(2, () -> {
            Challenge mine = both.remove(0);
            return passkey.check(mine, mine.equals(other) ? second : first);
        });
        assertThat(results).containsExactlyInAnyOrder(Check.RIGHT, Check.WRONG);
        assertThat(trail.actions).containsExactly("factor.passkey-copied copied");
    }

    @Test
    void a_device_that_does_not_count_is_no_copy() {
        device.withoutCounter();
        for (int signatures = 0; signatures < 3; signatures++) {
            assertThat(passkey.check(challenge, device.signs(asked()))).isEqualTo(Check.RIGHT);
        }
    }

    @Test
    void what_is_no_answer_is_wrong() {
        for (String nonsense : List.of(
                "",
                "123456",
                "{}",
                "null",
                "[]",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
                        + "\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                device.creates(asked().replace(
                                        "\"rpId\":\"localhost\"",
                                        "\"rp\":{\"id\":\"localhost\"},\"user\":{\"id\":\"AA\"}"))
                        .reveal(),
                " ".repeat(70_000) + device.signs(asked()).reveal())) {
            assertThat(passkey.check(challenge, Secret.of(nonsense)))
                    .as(nonsense.strip())
                    .isEqualTo(Check.WRONG);
        }
    }

    @Test
    void the_passkey_goes_with_the_method_however_it_ends() {
        AccountId account = challenge.account();
        FactorId factor = challenge.factor();
        passkey.on(new FactorRevoked(account, factor, "another-kind", "lost"));
        assertThat(passkeys.find(factor)).isPresent();
        Secret<String> answer = device.signs(asked());
        passkey.on(new FactorRevoked(account, factor, "passkey", "lost"));
        assertThat(passkeys.find(factor)).isEmpty();
        assertThat(passkey.check(challenge, answer)).isEqualTo(Check.WRONG);
        assertThat(asking.toProve(challenge)).isEmpty();

        Challenge discarded = bound(new TestDevice());
        passkey.on(new FactorDiscarded(account, discarded.factor(), "passkey", "expired"));
        assertThat(passkeys.find(discarded.factor())).isEmpty();
        Challenge disabled = bound(new TestDevice());
        passkey.on(new FactorDisabled(account, disabled.factor(), "passkey"));
        assertThat(passkeys.find(disabled.factor())).isEmpty();
    }

    private void refused(Challenge of, Secret<String> answer, String why) {
        trail.actions.clear();
        assertThat(passkey.check(of, answer)).isEqualTo(Check.WRONG);
        assertThat(trail.actions).containsExactly("factor.passkey-refused " + why);
    }

    private String asked() {
        return asking.toProve(challenge).orElseThrow();
    }

    private Challenge bound(TestDevice made) {
        FactorId factor = FactorId.next();
        String options = """
                {"challenge":"%s","rp":{"id":"localhost"},"user":{"id":"AAAA"}}""".formatted(questions.ask(Ceremony.setup(factor)).challenge());
        Finding<Passkey> finding = webAuthn.verifyNew(
                factor, webAuthn.readNew(made.creates(options)).orElseThrow());
        passkeys.add(((Finding.Genuine<Passkey>) finding).value());
        return new Challenge(factor, new AccountId(UUID.randomUUID()), CaseId.next());
    }

    /** Remembers what it was told: actions with their results. */
    private static final class Told implements AuditTrail {

        private final List<String> actions = new CopyOnWriteArrayList<>();

        @Override
        public void record(
                String action,
                Optional<UUID> subject,
                Optional<UUID> caseId,
                String result,
                Map<String, String> details) {
            actions.add(action + " " + result);
        }

        @Override
        public List<AuditEvent> about(UUID subject, int limit) {
            return List.of();
        }

        @Override
        public List<AuditEvent> ofCase(UUID caseId) {
            return List.of();
        }

        @Override
        public Optional<Origin> origin(AuditEvent event) {
            return Optional.empty();
        }

        @Override
        public List<Optional<Origin>> origins(List<AuditEvent> events) {
            return events.stream().map(this::origin).toList();
        }
    }
}
