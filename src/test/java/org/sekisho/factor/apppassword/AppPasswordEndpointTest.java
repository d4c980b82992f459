package org.sekisho.factor.apppassword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.RepeatedFact;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.apppassword.TestAppPasswords.Made;
import org.sekisho.process.CaseId;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What a service is told, and what it must show to be told anything. */
@SekishoTest
@ExtendWith(OutputCaptureExtension.class)
class AppPasswordEndpointTest {

    private static final String PATH = "/api/app-passwords/verify";
    private static final String SECRET = "secret-of-the-mail-server-in-tests";
    private static final String WRONG = "2222-2222-2222-2222-2222";

    /** Ten wrong ones are compared, and then none for a while. */
    private static final int COMPARED = 10;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestAppPasswords made;

    @Autowired
    private Factors factors;

    @Autowired
    private Freezes freezes;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    private MockMvc mvc;
    private Account account;
    private Made mail;

    @BeforeEach
    void an_account_with_an_app_password() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        account = accounts.student();
        mail = made.make(account.id(), "MailLaptop");
    }

    @Test
    void a_right_one_tells_the_account_and_the_name_and_is_seen_in_the_list_and_in_the_trail() throws Exception {
        made.make(account.id(), "MailPhone");
        MockHttpServletResponse response = asks(account, mail.password().reveal());
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"account\":\"%s\",\"name\":\"MailLaptop\"}"
                        .formatted(account.commonId().value()));
        assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        assertThat(response.getCookies()).isEmpty();
        assertThat(factors.find(mail.factor()).orElseThrow().lastUsedAt()).hasValue(clock.instant());
        AuditEvent used = newest();
        assertThat(used.action()).isEqualTo("factor.app-password-used");
        assertThat(used.details())
                .containsAllEntriesOf(
                        Map.of("service", "mail", "factor", mail.factor().toString()));
    }

    @Test
    void it_may_be_typed_with_the_domain_without_hyphens_and_in_capitals() throws Exception {
        String typed = mail.password().reveal().replace("-", " ").toUpperCase(Locale.ROOT);
        assertThat(asks(account.commonId().value() + "@example.ac.jp", typed).getStatus())
                .isEqualTo(200);
    }

    @Test
    void whatever_is_not_right_is_refused_in_the_same_way() throws Exception {
        Account other = accounts.student();
        Account suspended = accounts.create(person -> person.state(AccountState.SUSPENDED));
        Made ofSuspended = made.make(suspended.id(), "Mail");
        Made revoked = made.make(account.id(), "MailPhone");
        factors.revoke(revoked.factor(), "lost");

        List<MockHttpServletResponse> refused = List.of(
                asks(account, WRONG),
                asks(account, ""),
                asks(account, "x".repeat(100_000)),
                asks(account, TestAccounts.PASSWORD),
                asks(account, revoked.password().reveal()),
                asks(other, mail.password().reveal()),
                asks(suspended, ofSuspended.password().reveal()),
                asks("9999999999", WRONG),
                asks("nobody", WRONG));

        assertThat(refused).allSatisfy(response -> {
            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(response.getContentAsByteArray()).isEmpty();
            assertThat(response.getHeaderNames()).isEqualTo(refused.get(0).getHeaderNames());
        });
        assertThat(newest().action()).isEqualTo("factor.app-password-refused");
        assertThat(newest().result()).isEqualTo("wrong");
        assertThat(trail.about(suspended.id().value(), 1).get(0).result()).isEqualTo("account-not-active");
        assertThat(factors.find(mail.factor()).orElseThrow().lastUsedAt()).isEmpty();
    }

    @Test
    void while_a_change_is_disputed_one_that_may_have_come_with_it_is_refused_and_older_ones_are_right()
            throws Exception {
        clock.advance(Duration.ofDays(2));
        Made newer = made.make(account.id(), "Stranger");
        CaseId dispute = CaseId.next();
        transaction.executeWithoutResult(
                status -> freezes.freeze(account.id(), dispute, clock.instant().minus(Duration.ofDays(1))));

        assertThat(asks(account, newer.password().reveal()).getStatus()).isEqualTo(403);
        assertThat(newest().result()).isEqualTo("disputed");
        assertThat(asks(account, mail.password().reveal()).getStatus()).isEqualTo(200);
        transaction.executeWithoutResult(status -> freezes.lift(dispute));
        assertThat(asks(account, newer.password().reveal()).getStatus()).isEqualTo(200);
    }

    @Test
    void of_64_parallel_wrong_guesses_exactly_ten_are_compared_and_a_right_one_must_wait() throws Exception {
        List<Integer> statuses = InParallel.on(64, () -> asks(account, WRONG).getStatus());
        assertThat(statuses).filteredOn(status -> status == 403).hasSize(COMPARED);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(64 - COMPARED);

        MockHttpServletResponse early = asks(account, mail.password().reveal());
        assertThat(early.getStatus()).isEqualTo(429);
        assertThat(early.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        clock.advance(Duration.ofSeconds(5));
        assertThat(asks(account, mail.password().reveal()).getStatus()).isEqualTo(200);
        assertThat(asks(account, WRONG).getStatus())
                .as("a right one starts anew")
                .isEqualTo(403);
    }

    @Test
    void an_account_that_does_not_exist_is_made_to_wait_alike() throws Exception {
        for (int guess = 0; guess < COMPARED; guess++) {
            assertThat(asks("9999999998", WRONG).getStatus()).isEqualTo(403);
        }
        MockHttpServletResponse waiting = asks("9999999998", WRONG);
        assertThat(waiting.getStatus()).isEqualTo(429);
        assertThat(waiting.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    @Test
    void where_the_service_tells_the_client_one_that_guesses_does_not_hold_back_another() throws Exception {
        for (int guess = 0; guess <= COMPARED; guess++) {
            from("2001:db8::1", account.commonId().value(), WRONG);
        }
        String right = mail.password().reveal();
        String name = account.commonId().value();
        assertThat(from("2001:db8::2", name, right).getStatus())
                .as("the same network")
                .isEqualTo(429);
        assertThat(from("192.0.2.7", name, right).getStatus()).isEqualTo(200);
    }

    @Test
    void one_client_that_tries_a_hundred_accounts_must_wait_while_others_go_on() throws Exception {
        for (int name = 0; name < 100; name++) {
            assertThat(from("198.51.100.9", "80000%05d".formatted(name), WRONG).getStatus())
                    .isEqualTo(403);
        }
        assertThat(from(
                                "198.51.100.9",
                                account.commonId().value(),
                                mail.password().reveal())
                        .getStatus())
                .isEqualTo(429);
        assertThat(from(
                                "198.51.100.8",
                                account.commonId().value(),
                                mail.password().reveal())
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void only_services_that_are_named_and_prove_it_are_told_anything() throws Exception {
        String body = body(account.commonId().value(), mail.password().reveal(), "");
        List<MockHttpServletRequestBuilder> strangers = List.of(
                request(body),
                request(body).header(HttpHeaders.AUTHORIZATION, basic("mail", SECRET + "x")),
                request(body).header(HttpHeaders.AUTHORIZATION, basic("mail", "")),
                request(body).header(HttpHeaders.AUTHORIZATION, basic("web", SECRET)),
                request(body).header(HttpHeaders.AUTHORIZATION, "Basic not-base-64!"),
                request(body).header(HttpHeaders.AUTHORIZATION, "Bearer " + SECRET));
        for (MockHttpServletRequestBuilder stranger : strangers) {
            MockHttpServletResponse response = send(stranger);
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getHeader(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic ");
            assertThat(response.getContentAsByteArray()).isEmpty();
        }
        assertThat(factors.find(mail.factor()).orElseThrow().lastUsedAt()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_refused_and_nothing_of_it_stands_in_the_log(CapturedOutput log) throws Exception {
        String right = mail.password().reveal();
        for (String body : List.of(right, "{\"username\":\"" + right + "\"}", "{\"password\":" + right + "}", "")) {
            assertThat(send(authenticated(request(body))).getStatus()).isEqualTo(400);
        }
        assertThat(asks(account, right).getStatus()).isEqualTo(200);
        assertThat(send(authenticated(get(PATH).servletPath(PATH))).getStatus()).isEqualTo(405);
        assertThat(log.getAll()).doesNotContain(right, SECRET);
    }

    @Test
    void without_the_policy_or_without_services_there_is_nothing_here() throws Exception {
        List<AppPasswordProperties.Service> services = List.of(new AppPasswordProperties.Service("mail", SECRET));
        for (AppPasswordProperties closed : List.of(
                new AppPasswordProperties(false, 10, services, Duration.ofMinutes(30)),
                new AppPasswordProperties(true, 10, List.of(), Duration.ofMinutes(30)))) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", PATH);
            request.addHeader(HttpHeaders.AUTHORIZATION, basic("mail", SECRET));
            MockHttpServletResponse response = new MockHttpServletResponse();
            MockFilterChain behind = new MockFilterChain();
            RepeatedFact refused = new RepeatedFact(trail, clock, "test.refused", "unknown", Map.of());
            new ServiceFilter(closed, refused).doFilter(request, response, behind);
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(behind.getRequest()).isNull();
        }
    }

    private MockHttpServletResponse asks(Account who, String password) throws Exception {
        return asks(who.commonId().value(), password);
    }

    private MockHttpServletResponse asks(String username, String password) throws Exception {
        return send(authenticated(request(body(username, password, ""))));
    }

    private MockHttpServletResponse from(String client, String username, String password) throws Exception {
        return send(authenticated(request(body(username, password, client))));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private AuditEvent newest() {
        return trail.about(account.id().value(), 1).get(0);
    }

    private static MockHttpServletRequestBuilder request(String body) {
        return post(PATH)
                .servletPath(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static MockHttpServletRequestBuilder authenticated(MockHttpServletRequestBuilder request) {
        return request.header(HttpHeaders.AUTHORIZATION, basic("mail", SECRET));
    }

    private static String basic(String service, String secret) {
        return "Basic " + HttpHeaders.encodeBasicAuth(service, secret, null);
    }

    private static String body(String username, String password, String client) {
        String rest = client.isEmpty() ? "" : ",\"client\":\"" + client + "\"";
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"" + rest + "}";
    }
}
