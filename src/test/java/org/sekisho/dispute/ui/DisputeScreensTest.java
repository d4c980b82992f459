package org.sekisho.dispute.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class DisputeScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Disputes disputes;

    @Autowired
    private Freezes freezes;

    @Autowired
    private Factors factors;

    @Autowired
    private Verification verification;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestApps apps;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private MutableClock clock;

    private Account person;
    private FactorId own;
    private Secret<String> token = Secret.of("");

    @BeforeEach
    void a_person_is_told_of_an_added_method() {
        person = accounts.create(account -> account.address("one@example.ac.jp"));
        own = apps.enroll(person.id());
        clock.advance(Duration.ofDays(3));
        apps.enroll(person.id());
        List<Secret<String>> tokens = MailedLinks.of(outgoing, person.id(), "A method was added to your account");
        token = tokens.get(tokens.size() - 1);
    }

    @Test
    void the_page_asks_first_and_acts_on_the_button() {
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("not-me/" + token.reveal());
            assertThat(browser.heading()).isEqualTo("Was this not you?");
            assertThat(browser.text())
                    .contains("A method was added to your account")
                    .doesNotContain(person.name(), person.commonId().value());
            assertThat(freezes.of(person.id())).isEmpty();

            browser.press("This was not me");
            assertThat(browser.heading()).isEqualTo("Changes are stopped");
            assertThat(browser.text()).contains("Change your password now", "The helpdesk: telephone");
            assertThat(freezes.of(person.id())).isPresent();

            browser.visit("login");
            browser.visit("not-me/" + token.reveal());
            assertThat(browser.heading()).isEqualTo("Changes are stopped");
            assertThat(browser.offers("This was not me")).isFalse();
        }
    }

    @Test
    void a_link_that_does_not_work_says_what_to_do() {
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("not-me/unknown");
            assertThat(browser.heading()).isEqualTo("This link does not work");
            assertThat(browser.text()).contains("tell the helpdesk", "telephone");
            clock.advance(Duration.ofDays(15));
            browser.visit("not-me/" + token.reveal());
            assertThat(browser.heading()).isEqualTo("This link has expired");
        }
    }

    @Test
    void the_page_speaks_japanese() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("not-me/" + token.reveal());
            assertThat(browser.heading()).isEqualTo("お心当たりはありませんか？");
            browser.press("心当たりがない");
            assertThat(browser.heading()).isEqualTo("変更を停止しました");
            assertThat(browser.offers("English")).isTrue();
        }
    }

    @Test
    void the_helpdesk_decides_with_a_reason() {
        disputes.disputed(token);
        AccountId agent = accounts.create(
                        staff -> staff.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        try (SignedInAs staff = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            CaseTask task = inbox.offered().stream()
                    .filter(offered -> offered.subject()
                            .filter(person.id().value()::equals)
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            browser.visit("tasks/" + task.id());
            browser.press("Take this task");
            assertThat(browser.heading()).isEqualTo("Check a disputed change");
            assertThat(browser.text()).contains(person.name(), "A method was added to your account");
            browser.press("Decide");
            assertThat(browser.text()).contains("Please choose.");
            browser.fill("What is to happen?", true);
            browser.press("Decide");
            assertThat(browser.text()).contains("Please give a reason.", "ends now");
            browser.fill("Reason", "Called back at the number on file");
            browser.press("Decide");
            assertThat(browser.location()).isEqualTo("tasks");
            assertThat(factors.active(person.id()))
                    .extracting(factor -> factor.id())
                    .containsExactly(own);
            assertThat(staff.person().account()).isEqualTo(agent);
        }
    }

    @Test
    void a_person_lifts_the_freeze_on_the_screen_of_methods() {
        disputes.disputed(token);
        try (SignedInAs holder = SignedInAs.holder(person.id());
                Browserless browser = Browserless.open(context)) {
            browser.visit("methods");
            assertThat(browser.text()).contains("Changes are stopped");
            assertThat(browser.offers("Add a method")).isFalse();
            assertThat(browser.offers("Rename")).isFalse();
            browser.press("All is well: end it");
            assertThat(browser.heading()).isEqualTo("Verify that it is you");
            var task = browser.location().substring("tasks/".length());
            verification.prove(new TaskId(task), apps.nextCode(own));

            browser.visit("methods");
            browser.press("All is well: end it");
            assertThat(browser.text()).doesNotContain("Changes are stopped");
            assertThat(browser.offers("Add a method")).isTrue();
            assertThat(holder.person().account()).isEqualTo(person.id());
        }
    }
}
