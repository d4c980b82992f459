package org.sekisho.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountEnded;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.WebApplicationContext;

@SekishoTest
class SignInTest {

    private static final String PASSWORD = TestAccounts.PASSWORD;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestGate gate;

    @Autowired
    private JdbcSignInGrants grants;

    @Autowired
    private Sessions sessions;

    @Autowired
    private FreshFactor freshFactor;

    @Autowired
    private BrowserCookie browserCookie;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    private Browser browser;

    @BeforeEach
    void open_a_browser() {
        browser = new Browser(context);
    }

    @Test
    void a_right_password_without_a_gate_signs_in_and_lands_on_the_status_page() {
        Account student = accounts.student();

        assertThat(signIn(student)).contains("/");

        assertThat(browser.authorities()).containsExactlyInAnyOrder("ROLE_PASSWORD", "ROLE_SIGNED_IN");
        assertThat(browser.person().orElseThrow().account()).isEqualTo(student.id());
        assertThat(trail.about(student.id().value(), 1))
                .extracting(AuditEvent::action)
                .containsExactly("security.signed-in");
    }

    @Test
    void a_wrong_password_lets_nobody_in_and_says_so() {
        assertThat(browser.signsIn(username(accounts.student()), "not the password"))
                .contains("/login?error");

        assertThat(browser.person()).isEmpty();
        assertThat(browser.trouble().orElseThrow().reason()).isEqualTo(SignInTrouble.Reason.WRONG);
    }

    @Test
    void an_unknown_account_is_answered_like_a_wrong_password() {
        assertThat(browser.signsIn("9999999999", PASSWORD)).contains("/login?error");

        assertThat(browser.trouble().orElseThrow().reason()).isEqualTo(SignInTrouble.Reason.WRONG);
    }

    @Test
    void a_username_of_another_form_is_told_in_place_and_kept() {
        assertThat(browser.signsIn("taro", PASSWORD)).contains("/login?error");

        assertThat(browser.trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.reason()).isEqualTo(SignInTrouble.Reason.FORM);
            assertThat(trouble.username()).isEqualTo("taro");
            assertThat(trouble.toString()).doesNotContain("taro");
        });
    }

    @Test
    void a_suspended_account_is_answered_like_a_wrong_password() {
        Account suspended = accounts.create(account -> account.state(AccountState.SUSPENDED));

        assertThat(signIn(suspended)).contains("/login?error");

        assertThat(browser.trouble().orElseThrow().reason()).isEqualTo(SignInTrouble.Reason.WRONG);
    }

    @Test
    void signing_in_changes_the_session_id() {
        browser.open("/sign-in/complete");
        String before = browser.sessionId();

        signIn(accounts.student());

        assertThat(browser.sessionId()).isNotEqualTo(before);
    }

    @Test
    void signing_in_over_the_session_of_somebody_else_leaves_nothing_of_it() {
        signIn(accounts.student());
        Account second = accounts.student();

        signIn(second);

        assertThat(browser.person().orElseThrow().account()).isEqualTo(second.id());
    }

    @Test
    void a_gate_leads_to_the_first_task_of_its_case_with_the_password_alone() {
        Account student = stopped();

        assertThat(signIn(student))
                .hasValueSatisfying(target -> assertThat(target).startsWith("/tasks/"));

        assertThat(browser.authorities()).containsExactly("ROLE_PASSWORD");
        assertThat(browser.person().orElseThrow().pendingCase()).contains(gate.opened(student.id()));
    }

    @Test
    void a_half_way_person_is_led_back_to_the_task_from_everywhere_else() {
        String task = signIn(stopped()).orElseThrow();

        assertThat(List.of("/", "/services", "/methods", "/tasks", "/tasks/another", "/login", "/actuator/health"))
                .allSatisfy(path -> assertThat(browser.opens(path)).contains(task));
    }

    @Test
    void a_half_way_person_cannot_complete_without_a_grant() {
        String task = signIn(stopped()).orElseThrow();

        assertThat(browser.opens("/sign-in/complete")).contains(task);

        assertThat(browser.authorities()).containsExactly("ROLE_PASSWORD");
    }

    @Test
    void a_grant_signs_in_with_a_factor_under_a_new_session_id_and_the_browser_is_known_from_then_on() {
        Account student = stopped();
        signIn(student);
        Person halfWay = browser.person().orElseThrow();
        String before = browser.sessionId();
        grants.grant(student.id(), halfWay.session(), gate.opened(student.id()), true);

        assertThat(browser.opens("/sign-in/complete")).contains("/services");

        assertThat(browser.authorities()).containsExactlyInAnyOrder("ROLE_PASSWORD", "ROLE_SIGNED_IN", "ROLE_FACTOR");
        assertThat(browser.sessionId()).isNotEqualTo(before);
        Person signedIn = browser.person().orElseThrow();
        assertThat(signedIn.session()).isEqualTo(halfWay.session());
        assertThat(signedIn.factorAt()).contains(clock.instant());
        assertThat(freshFactor.isFresh(student.id(), signedIn.session())).isTrue();
        assertThat(browser.cookie(BrowserCookie.NAME)).hasValueSatisfying(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
            assertThat(cookie.getMaxAge()).isEqualTo((int) Duration.ofDays(365).toSeconds());
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setCookies(cookie);
            assertThat(browserCookie.digest(request, student.id())).isPresent();
            assertThat(browserCookie.digest(request, accounts.student().id())).isEmpty();
        });
    }

    @Test
    void a_browser_cookie_that_was_not_issued_here_is_not_taken_over() {
        Account student = stopped();
        signIn(student);
        grants.grant(student.id(), browser.person().orElseThrow().session(), gate.opened(student.id()), true);
        String planted = "AAAAAAAAAAAAAAAAAAAAAA";

        browser.send(get("/sign-in/complete").cookie(new Cookie(BrowserCookie.NAME, planted)));

        assertThat(browser.cookie(BrowserCookie.NAME).orElseThrow().getValue()).isNotEqualTo(planted);
    }

    @Test
    void a_grant_without_a_factor_signs_in_with_the_password_alone() {
        Account student = stopped();
        signIn(student);
        grants.grant(student.id(), browser.person().orElseThrow().session(), gate.opened(student.id()), false);

        assertThat(browser.opens("/sign-in/complete")).contains("/");

        assertThat(browser.authorities()).containsExactlyInAnyOrder("ROLE_PASSWORD", "ROLE_SIGNED_IN");
        assertThat(browser.cookie(BrowserCookie.NAME)).isEmpty();
    }

    @Test
    void a_reload_between_grant_and_completion_is_led_to_completion() {
        Account student = accounts.student();
        CaseId passed = CaseId.next();
        SessionKey key = new SessionKey(UUID.randomUUID());
        grants.grant(student.id(), key, passed, true);

        assertThat(grants.isWaiting(student.id(), key, passed)).isTrue();
        assertThat(grants.isWaiting(student.id(), key, CaseId.next())).isFalse();
    }

    @Test
    void a_grant_works_once() {
        Account student = accounts.student();
        SessionKey key = new SessionKey(UUID.randomUUID());
        CaseId caseId = CaseId.next();
        grants.grant(student.id(), key, caseId, true);

        assertThat(grants.consume(student.id(), key, caseId)).contains(true);
        assertThat(grants.consume(student.id(), key, caseId)).isEmpty();
    }

    @Test
    void a_grant_of_another_session_or_case_or_account_is_refused() {
        Account student = accounts.student();
        SessionKey key = new SessionKey(UUID.randomUUID());
        CaseId caseId = CaseId.next();
        grants.grant(student.id(), key, caseId, true);

        assertThat(grants.consume(student.id(), new SessionKey(UUID.randomUUID()), caseId))
                .isEmpty();
        assertThat(grants.consume(student.id(), key, CaseId.next())).isEmpty();
        assertThat(grants.consume(accounts.student().id(), key, caseId)).isEmpty();
        assertThat(grants.consume(student.id(), key, caseId)).isPresent();
    }

    @Test
    void a_grant_is_worth_nothing_after_a_minute() {
        Account student = accounts.student();
        SessionKey key = new SessionKey(UUID.randomUUID());
        CaseId caseId = CaseId.next();
        grants.grant(student.id(), key, caseId, true);

        clock.advance(Duration.ofSeconds(61));

        assertThat(grants.consume(student.id(), key, caseId)).isEmpty();
    }

    @Test
    void of_64_parallel_uses_of_a_grant_one_succeeds() throws Exception {
        Account student = accounts.student();
        SessionKey key = new SessionKey(UUID.randomUUID());
        CaseId caseId = CaseId.next();
        grants.grant(student.id(), key, caseId, true);
        ExecutorService pool = Executors.newFixedThreadPool(64);
        try {
            List<Future<Optional<Boolean>>> uses =
                    pool.invokeAll(Collections.nCopies(64, () -> grants.consume(student.id(), key, caseId)));

            long succeeded = 0;
            for (Future<Optional<Boolean>> use : uses) {
                succeeded += use.get().isPresent() ? 1 : 0;
            }
            assertThat(succeeded).isOne();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_page_that_was_wanted_comes_after_the_sign_in() {
        assertThat(browser.opens("/requests?state=open")).contains("/login");

        assertThat(signIn(accounts.student())).contains("/requests?state=open");
    }

    @Test
    void the_page_that_was_wanted_is_remembered_through_the_sign_in_case() {
        browser.opens("/methods");
        Account student = stopped();
        signIn(student);
        grants.grant(student.id(), browser.person().orElseThrow().session(), gate.opened(student.id()), true);

        assertThat(browser.opens("/sign-in/complete")).contains("/methods");
    }

    @Test
    void a_request_that_calls_itself_another_host_leads_nobody_there() {
        browser.send(get("/requests").header("Host", "evil.example").with(request -> {
            request.setServerName("evil.example");
            return request;
        }));

        assertThat(signIn(accounts.student())).contains("/requests");
    }

    @Test
    void a_gate_that_breaks_leaves_nobody_half_way() {
        Account student = accounts.student();
        gate.breakFor(student.id());

        assertThat(signIn(student)).contains("/login?error");

        assertThat(browser.person()).isEmpty();
        assertThat(browser.trouble().orElseThrow().reason()).isEqualTo(SignInTrouble.Reason.UNAVAILABLE);
    }

    @Test
    void ending_all_sessions_of_an_account_ends_them_at_the_next_request() {
        Account student = accounts.student();
        signIn(student);

        sessions.endAll(student.id());

        assertThat(browser.opens("/requests")).contains("/login?ended");
        assertThat(browser.person()).isEmpty();
    }

    @Test
    void a_session_that_begins_after_all_were_ended_goes_on() {
        Account student = accounts.student();
        signIn(student);
        sessions.endAll(student.id());
        Browser second = new Browser(context);
        second.signsIn(username(student), PASSWORD);

        assertThat(second.opens("/requests")).isEmpty();
        assertThat(second.person()).isPresent();
    }

    @Test
    void ending_the_other_sessions_keeps_the_one_that_asked() {
        Account student = accounts.student();
        signIn(student);
        Browser second = new Browser(context);
        second.signsIn(username(student), PASSWORD);

        sessions.endOthers(student.id(), browser.person().orElseThrow().session());

        second.open("/sign-in/complete");
        browser.open("/sign-in/complete");
        assertThat(second.person()).isEmpty();
        assertThat(browser.person()).isPresent();
    }

    @Test
    void the_end_of_an_account_ends_its_sessions() {
        Account student = accounts.student();
        signIn(student);

        events.publishEvent(new AccountEnded(student.id()));

        assertThat(browser.opens("/requests")).contains("/login?ended");
    }

    @Test
    void an_hour_without_a_request_ends_the_session() {
        signIn(accounts.student());
        clock.advance(Duration.ofMinutes(59));
        assertThat(browser.opens("/sign-in/complete")).contains("/");
        clock.advance(Duration.ofMinutes(59));
        assertThat(browser.opens("/sign-in/complete")).contains("/");

        clock.advance(Duration.ofMinutes(61));

        assertThat(browser.opens("/sign-in/complete")).contains("/login?ended");
    }

    @Test
    void a_day_ends_the_session_however_busy_it_is() {
        signIn(accounts.student());
        IntStream.range(0, 24).forEach(hour -> {
            clock.advance(Duration.ofMinutes(60));
            assertThat(browser.opens("/sign-in/complete")).contains("/");
        });

        clock.advance(Duration.ofSeconds(1));

        assertThat(browser.opens("/sign-in/complete")).contains("/login?ended");
    }

    @Test
    void a_sign_in_without_the_token_of_its_form_is_refused() {
        Account student = accounts.student();

        assertThat(browser.send(post("/login")
                                .param("username", username(student))
                                .param("password", PASSWORD))
                        .getRedirectedUrl())
                .isEqualTo("/login?ended");

        assertThat(browser.person()).isEmpty();
    }

    @Test
    void a_sign_out_needs_the_token_of_its_form_and_ends_the_session() {
        signIn(accounts.student());

        assertThat(browser.send(post("/logout")).getStatus()).isEqualTo(403);
        assertThat(browser.person()).isPresent();

        assertThat(browser.send(post("/logout").with(csrf())).getRedirectedUrl())
                .isEqualTo("/login?signed-out");
        assertThat(browser.person()).isEmpty();
    }

    @Test
    void nobody_signs_out_by_following_a_link() {
        signIn(accounts.student());

        browser.open("/logout");

        assertThat(browser.person()).isPresent();
    }

    @Test
    void staff_roles_wait_for_a_proved_factor() {
        Account auditor = accounts.create(account -> account.roles(Role.AUDITOR));
        signIn(auditor);
        assertThat(browser.authorities()).doesNotContain("ROLE_AUDITOR");
        assertThat(browser.person().orElseThrow().roles()).containsExactly(Role.HOLDER);

        gate.stop(auditor.id());
        Browser proving = new Browser(context);
        proving.signsIn(username(auditor), PASSWORD);
        grants.grant(auditor.id(), proving.person().orElseThrow().session(), gate.opened(auditor.id()), true);
        proving.open("/sign-in/complete");

        assertThat(proving.authorities()).contains("ROLE_AUDITOR", "ROLE_FACTOR");
    }

    @Test
    void a_factor_is_fresh_for_a_quarter_of_an_hour_and_for_its_session_alone() {
        Account student = accounts.student();
        SessionKey key = new SessionKey(UUID.randomUUID());
        freshFactor.proved(student.id(), key);

        assertThat(freshFactor.isFresh(student.id(), new SessionKey(UUID.randomUUID())))
                .isFalse();
        clock.advance(Duration.ofMinutes(15));
        assertThat(freshFactor.isFresh(student.id(), key)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(freshFactor.isFresh(student.id(), key)).isFalse();
    }

    private Account stopped() {
        Account student = accounts.student();
        gate.stop(student.id());
        return student;
    }

    private Optional<String> signIn(Account account) {
        return browser.signsIn(username(account), PASSWORD);
    }

    private static String username(Account account) {
        return account.commonId().value();
    }
}
