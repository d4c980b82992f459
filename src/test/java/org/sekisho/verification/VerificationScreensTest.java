package org.sekisho.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SessionKey;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.workbench.CodeField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person reads and presses in a verification case. */
@SekishoTest
class VerificationScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Verification verification;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private Factors factors;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

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
    void a_used_code_is_told_apart_from_a_wrong_one() {
        String used = apps.code(app).reveal();
        verification.prove(task(verification.signIn(account, session)), apps.code(app));
        try (Browserless browser = open(verification.signIn(account, session))) {
            assertThat(browser.heading()).isEqualTo("Verify that it is you");
            enter(browser, used);
            assertThat(browser.text()).contains("That code has been used: wait for the next one");
            assertThat(browser.one(CodeField.class).getValue()).isEqualTo(used);
            enter(browser, apps.wrongCode(app).reveal());
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("That code is wrong").doesNotContain("left.");
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("4 tries are left");
            enter(browser, apps.wrongCode(app).reveal());
            enter(browser, apps.wrongCode(app).reveal());
            enter(browser, apps.wrongCode(app).reveal());
            assertThat(browser.text()).contains("There were several wrong codes", "Time to wait:");
        }
    }

    @Test
    void every_method_is_offered_and_help_where_none_is_usable() {
        apps.enroll(account);
        try (Browserless browser = open(verification.signIn(account, session))) {
            browser.press("Use another method");
            assertThat(browser.heading()).isEqualTo("Choose a method");
            assertThat(browser.text()).contains("Authenticator app", "Default");
            browser.press("I can use none of these");
            assertThat(browser.heading()).isEqualTo("How to get help");
            assertThat(browser.text()).contains("On working days from");
            browser.press("Done");
            assertThat(browser.text()).contains("You have not signed in");
            assertThat(browser.offers("Sign in again")).isTrue();
        }
    }

    @Test
    void the_list_of_methods_remembers_which_was_used_last() {
        FactorId second = apps.enroll(account);
        transaction.executeWithoutResult(status -> factors.rename(second, "Tablet"));
        try (Browserless browser = open(verification.signIn(account, session))) {
            browser.press("Use another method");
            assertThat(browser.text()).as("none was used yet").doesNotContain("Used last");
        }
        factors.used(app);
        clock.advance(Duration.ofHours(1));
        factors.used(second);
        try (Browserless browser = open(verification.signIn(account, session))) {
            browser.press("Use another method");
            assertThat(browser.text()).containsOnlyOnce("Used last").contains("Tablet Used last");
        }
    }

    @Test
    void after_the_time_is_up_the_screen_says_what_to_do_next() {
        try (Browserless browser = open(verification.signIn(account, session))) {
            clock.advance(Duration.ofMinutes(10));
            enter(browser, "123456");
            assertThat(browser.text()).contains("The time for this step has run out", "sign in again");
            assertThat(browser.offers("Sign in again")).isTrue();
        }
    }

    @Test
    void a_trial_can_be_ended_by_saying_that_it_does_not_work() {
        try (Browserless browser = open(verification.trial(account, session).orElseThrow())) {
            assertThat(browser.text()).contains("This is the trial");
            assertThat(browser.offers("Use another method")).isTrue();
            browser.press("It does not work");
        }
        assertThat(inbox.own()).isEmpty();
    }

    @Test
    void a_case_of_another_session_is_gone() {
        CaseId caseId = verification.signIn(account, new SessionKey(UUID.randomUUID()));
        try (Browserless browser = open(caseId)) {
            assertThat(browser.heading()).isEqualTo("This task is finished or not yours");
        }
    }

    @Test
    void the_list_of_tasks_has_the_case_of_this_session_and_no_other() {
        TaskId elsewhere = task(verification.signIn(account, new SessionKey(UUID.randomUUID())));
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");
            assertThat(inbox.own()).extracting(CaseTask::id).contains(elsewhere);
            assertThat(browser.text()).contains("Nothing to do");
        }
        verification.stepUp(account, session, "requests");
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");
            assertThat(inbox.own()).hasSize(2);
            assertThat(browser.text()).containsOnlyOnce("Verify that it is you");
        }
    }

    private Browserless open(CaseId caseId) {
        Browserless browser = Browserless.open(context);
        browser.visit("tasks/" + task(caseId));
        return browser;
    }

    private TaskId task(CaseId caseId) {
        return inbox.ofCase(caseId).get(0).id();
    }

    private static void enter(Browserless browser, String code) {
        browser.<String>fill("Verification code", code);
        browser.press("Verify");
    }
}
