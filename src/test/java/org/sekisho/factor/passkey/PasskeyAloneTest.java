package org.sekisho.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.security.AloneQuestion;
import org.sekisho.security.AloneVerdict;
import org.sekisho.security.Browser;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.Person;
import org.sekisho.security.SignInTrouble;
import org.sekisho.security.SignInTrouble.Reason;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.throttle.Throttle;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A passkey that stands for the password as well, through the whole way in. */
@SekishoTest
class PasskeyAloneTest {

    @Autowired
    private WebApplicationContext web;

    @Autowired
    private PasskeyAlone alone;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private TestPasskeys passkeys;

    @Autowired
    private Factors factors;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Throttle throttle;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private final TestDevice device = new TestDevice();
    private AccountId account;
    private FactorId passkey;
    private Browser browser;

    @BeforeEach
    void an_account_with_mfa_on() {
        jdbc.sql("select subject from throttle where subject like 'sign-in-alone:%'")
                .query(String.class)
                .list()
                .forEach(throttle::forget);
        account = accounts.student().id();
        apps.enroll(account);
        passkey = passkeys.enroll(account, device);
        enforcement.begin(account);
        browser = new Browser(web);
    }

    @Test
    void a_passkey_alone_gives_the_session_that_a_password_and_a_factor_give() {
        browser.opens("/login");
        String before = browser.sessionId();
        assertThat(signIn(device)).contains("/services");

        Person person = browser.person().orElseThrow();
        assertThat(person.account()).isEqualTo(account);
        assertThat(person.signedIn()).isTrue();
        assertThat(person.factorAt()).contains(clock.instant());
        assertThat(browser.authorities()).contains("ROLE_SIGNED_IN", "ROLE_FACTOR");
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(fresh.isFresh(account, person.session())).isTrue();
        assertThat(factors.find(passkey).flatMap(Factor::lastUsedAt)).contains(clock.instant());
        assertThat(trail.about(account.value(), 1)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("security.signed-in");
            assertThat(event.details()).isEqualTo(Map.of("factor", "true", "way", "passkey"));
        });
    }

    @Test
    void the_browser_asks_for_whatever_passkey_there_is_and_for_a_pin_finger_or_face() {
        assertThat(alone.ask().text())
                .contains("\"allowCredentials\":[]")
                .contains("\"userVerification\":\"required\"")
                .doesNotContain(account.toString());
    }

    @Test
    void without_user_verification_nobody_is_in() {
        refused(device.withoutVerification(), "user-not-verified");
    }

    @Test
    void a_passkey_of_another_address_is_refused() {
        refused(device.at("https://sekisho.example.net"), "other-origin");
    }

    @Test
    void a_passkey_that_says_it_is_somebody_elses_is_refused() {
        refused(device.ofUser("somebody else".getBytes(StandardCharsets.UTF_8)), "other-account");
        refused(device.ofUser(new byte[0]), "other-account");
    }

    @Test
    void before_mfa_is_on_a_passkey_does_not_stand_alone() {
        enforcement.end(account);
        refusedLikeAStranger();
    }

    @Test
    void a_passkey_that_was_revoked_is_refused_like_one_that_never_was() {
        factors.revoke(passkey, "lost");
        refusedLikeAStranger();
    }

    @Test
    void a_passkey_that_is_suspended_is_refused_like_one_that_never_was() {
        assertThat(factors.suspend(passkey)).isTrue();
        refusedLikeAStranger();
    }

    @Test
    void an_account_that_has_ended_is_refused_like_one_that_never_was() {
        jdbc.sql("update account set state = 'suspended' where id = :id")
                .param("id", account.value())
                .update();
        refusedLikeAStranger();
    }

    @Test
    void an_answer_works_once() {
        String[] sent = new String[1];
        signIn(asked -> sent[0] = device.signs(asked).reveal());
        assertThat(browser.person()).isPresent();
        Browser thief = new Browser(web);
        assertThat(thief.signsInAlone(alone, asked -> sent[0])).contains("/login?error");
        assertThat(thief.trouble().map(SignInTrouble::reason)).contains(Reason.NOT_RECOGNISED);
        assertThat(thief.answersAlone("passkey", sent[0])).contains("/login?error");
        assertThat(thief.trouble().map(SignInTrouble::reason)).contains(Reason.TOO_LATE);
        assertThat(thief.person()).isEmpty();
    }

    @Test
    void of_64_parallel_equal_answers_exactly_one_is_right() throws Exception {
        AloneQuestion question = alone.ask();
        Secret<String> answer = device.signs(question.text());
        List<AloneVerdict> verdicts = InParallel.on(64, () -> alone.judge(question.id(), answer));
        assertThat(verdicts)
                .filteredOn(new AloneVerdict.Proved(account)::equals)
                .hasSize(1);
        assertThat(verdicts).filteredOn(new AloneVerdict.TooLate()::equals).hasSize(63);
    }

    @Test
    void a_browser_answers_only_what_it_was_asked_itself() {
        AloneQuestion elsewhere = alone.ask();
        Secret<String> answer = device.signs(elsewhere.text());
        assertThat(browser.signsInAlone(alone, asked -> answer.reveal())).contains("/login?error");
        assertThat(browser.person()).isEmpty();
        assertThat(alone.judge(UUID.randomUUID(), answer)).isEqualTo(new AloneVerdict.Refused());
        assertThat(alone.judge(elsewhere.id(), answer)).isEqualTo(new AloneVerdict.Proved(account));
    }

    @Test
    void an_answer_after_five_minutes_is_too_late_and_does_not_count() {
        String target = signIn(asked -> {
                    String answer = device.signs(asked).reveal();
                    clock.advance(Duration.ofMinutes(5));
                    return answer;
                })
                .orElseThrow();
        assertThat(target).isEqualTo("/login?error");
        assertThat(browser.trouble().map(SignInTrouble::reason)).contains(Reason.TOO_LATE);
    }

    @Test
    void nonsense_is_refused_and_a_source_that_sends_much_of_it_must_wait() {
        for (int tries = 0; tries < 11; tries++) {
            assertThat(signIn(asked -> "nonsense")).contains("/login?error");
            assertThat(browser.trouble().map(SignInTrouble::reason)).contains(Reason.NOT_RECOGNISED);
        }
        signIn(device);
        assertThat(browser.trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.reason()).isEqualTo(Reason.TOO_MANY_TRIES);
            assertThat(trouble.until()).isEqualTo(clock.instant().plusSeconds(5));
        });
        clock.advance(Duration.ofSeconds(5));
        assertThat(signIn(device)).contains("/services");
    }

    @Test
    void the_page_that_was_wanted_comes_after_the_sign_in() {
        browser.opens("/methods");
        assertThat(signIn(device)).contains("/methods");
    }

    @Test
    void a_way_that_does_not_exist_leads_nowhere() {
        assertThat(browser.answersAlone("wish", "please")).contains("/login?error");
        assertThat(browser.person()).isEmpty();
    }

    @Test
    void no_endpoint_registers_or_signs_in_but_the_products_own() {
        for (String path : List.of("/webauthn/register/options", "/webauthn/authenticate/options", "/login/webauthn")) {
            assertThat(browser.opens(path)).as(path).contains("/login");
        }
    }

    private void refused(TestDevice with, String why) {
        assertThat(signIn(with)).contains("/login?error");
        assertThat(browser.person()).isEmpty();
        assertThat(browser.trouble().map(SignInTrouble::reason)).contains(Reason.NOT_RECOGNISED);
        assertThat(trail.about(account.value(), 1)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("factor.passkey-refused");
            assertThat(event.result()).isEqualTo(why);
        });
    }

    private void refusedLikeAStranger() {
        Optional<String> target = signIn(device);
        Optional<SignInTrouble> trouble = browser.trouble();
        assertThat(browser.person()).isEmpty();
        browser = new Browser(web);
        TestDevice stranger = new TestDevice().ofUser(new byte[16]);
        assertThat(signIn(stranger)).isEqualTo(target).contains("/login?error");
        assertThat(browser.trouble()).isEqualTo(trouble).isPresent();
    }

    private Optional<String> signIn(TestDevice with) {
        return signIn(asked -> with.signs(asked).reveal());
    }

    private Optional<String> signIn(UnaryOperator<String> with) {
        return browser.signsInAlone(alone, with);
    }
}
