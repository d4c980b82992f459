package org.sekisho.methodchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.methodchange.Change;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.Landing;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class MethodsViewTest {

    private static final String APP = "Authenticator app";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Factors factors;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private MethodChanges changes;

    @Autowired
    @Qualifier("reserveLanding")
    private Landing landing;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TotpSetup totp;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Test
    void who_has_no_method_is_led_to_the_application_form() {
        try (SignedInAs person = SignedInAs.holder(accounts.student().id());
                Browserless browser = Browserless.open(context)) {
            browser.visit("methods");
            assertThat(browser.heading()).isEqualTo("Methods");
            assertThat(browser.text()).contains("No method yet").doesNotContain("Add a method");
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("apply");
            assertThat(person.person().signedIn()).isTrue();
        }
    }

    @Test
    void every_method_is_listed_with_its_use_and_the_default_is_marked() {
        AccountId account = accounts.student().id();
        FactorId app = apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            browser.visit("methods");
            assertThat(browser.text()).contains(APP, "Default", "Not used yet", "You have one method");
            assertThat(browser.offers("Make default")).isFalse();
            factors.used(app);
            apps.enroll(account);
            browser.visit("tasks");
            browser.visit("methods");
            assertThat(browser.text()).contains("Last used").doesNotContain("You have one method");
            assertThat(browser.offers("Make default")).isTrue();
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    @Test
    void who_signs_in_with_a_recovery_code_is_led_to_what_may_be_lost() {
        AccountId account = accounts.student().id();
        FactorId app = apps.enroll(account);
        FactorId codes = FactorId.next();
        transaction.executeWithoutResult(status -> {
            factors.begin(codes, account, "recoverycodes", CaseId.next());
            factors.activate(codes);
        });
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            factors.used(app);
            assertThat(landing.after(person.person())).isEmpty();
            browser.visit("methods");
            assertThat(browser.text()).doesNotContain("You have used a recovery code");

            clock.advance(Duration.ofMinutes(1));
            factors.used(codes);
            assertThat(landing.after(person.person())).hasValue("methods");
            browser.visit("tasks");
            browser.visit("methods");
            assertThat(browser.text()).contains("You have used a recovery code", "Is something lost?");
        }
    }

    @Test
    void all_sessions_can_be_ended() {
        AccountId account = accounts.student().id();
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("methods");
            browser.press("すべての端末からサインアウト");
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    @Test
    void a_change_asks_for_proof_first_and_can_be_cancelled_there() {
        AccountId account = accounts.student().id();
        apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            browser.visit("methods");
            browser.press("Rename");
            assertThat(browser.heading()).isEqualTo("First confirm that it is you");
            browser.press("Next");
            assertThat(browser.heading()).isEqualTo("Verify that it is you");

            browser.visit("methods");
            assertThat(browser.text()).contains("You are renaming a method").doesNotContain("Add a method");
            browser.press("Continue");
            assertThat(browser.heading()).isEqualTo("First confirm that it is you");
            browser.press("Cancel");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(browser.text()).doesNotContain("You are renaming a method");
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    @Test
    void the_open_change_is_given_up_from_the_list() {
        AccountId account = accounts.student().id();
        apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            browser.visit("methods");
            browser.press("Add a method");
            browser.visit("methods");
            assertThat(browser.text()).contains("You are adding a method");
            browser.press("Cancel");
            assertThat(browser.offers("Add a method")).isTrue();
        }
    }

    @Test
    void a_method_is_renamed() {
        AccountId account = accounts.student().id();
        FactorId app = apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            browser.visit("methods");
            browser.press("Rename");
            browser.press("Save");
            assertThat(browser.text()).contains("Please enter a name.");
            browser.fill("Name", "Phone at work");
            browser.press("Save");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(browser.text()).contains("Phone at work", APP);
            assertThat(factors.find(app).flatMap(Factor::name)).contains("Phone at work");

            browser.press("Rename");
            browser.press("Leave it as it is");
            assertThat(browser.text()).contains("Phone at work");
        }
    }

    @Test
    void another_method_is_added_and_becomes_the_default() {
        AccountId account = accounts.student().id();
        apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            browser.visit("methods");
            browser.press("Add a method");
            assertThat(browser.heading()).isEqualTo("Which method would you like to add?");
            browser.press("Add");
            assertThat(browser.text()).contains("Please choose a method.");
            browser.fill("Method", "totp");
            assertThat(browser.text()).contains("An app on your phone or computer");
            browser.press("Add");
            assertThat(browser.heading()).isEqualTo("Set up an authenticator app");
            registers();
            browser.visit("methods");
            browser.press("Continue");
            browser.fill("Name", "Tablet");
            browser.press("Save");

            browser.press("Make default");
            assertThat(browser.text()).contains("“Tablet” will be asked for first");
            browser.press("Make default");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(factors.active(account)).first().extracting(Factor::name).isEqualTo(Optional.of("Tablet"));
        }
    }

    @Test
    void who_goes_back_from_the_choice_sees_the_methods_again() {
        AccountId account = accounts.student().id();
        apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            browser.visit("methods");
            browser.press("Replace");
            browser.press("Back");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(browser.offers("Replace")).isTrue();
        }
    }

    @Test
    void a_removal_warns_when_one_is_left_and_the_last_one_stays() {
        AccountId account = accounts.student().id();
        FactorId app = apps.enroll(account);
        FactorId second = apps.enroll(account);
        factors.rename(app, "First");
        factors.rename(second, "Second");
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            browser.visit("methods");
            changes.requested(Change.REMOVE, Optional.of(second));
            browser.visit("tasks/" + changes.currentTask().orElseThrow());
            assertThat(browser.text()).contains("“Second” will never work again", "you have one method only");
            browser.press("Remove");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(browser.text()).contains("First").doesNotContain("Second");

            browser.press("Remove");
            assertThat(browser.heading()).isEqualTo("Your last method stays");
            assertThat(browser.text()).contains("the helpdesk goes on with you", "Telephone");
            browser.press("Back to the methods");
            assertThat(browser.heading()).isEqualTo("Methods");
            assertThat(factors.active(account)).extracting(Factor::id).containsExactly(app);
        }
    }

    @Test
    void a_method_that_has_ended_meanwhile_says_so() {
        AccountId account = accounts.student().id();
        apps.enroll(account);
        FactorId second = apps.enroll(account);
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            prove(person);
            changes.requested(Change.PREFER, Optional.of(second));
            factors.disable(second);
            browser.visit("tasks/" + changes.currentTask().orElseThrow());
            assertThat(browser.heading()).isEqualTo("This method has ended");
            browser.press("Back to the methods");
            assertThat(browser.location()).isEqualTo("methods");
            assertThat(changes.open()).isEmpty();
        }
    }

    private void registers() {
        totp.chosen(changes.currentTask().orElseThrow(), AppDevice.ANOTHER_DEVICE);
        var task = changes.currentTask().orElseThrow();
        totp.prove(task, apps.nextCode(new FactorId(inbox.variables(task).get(Variable.id("factorId")))));
    }

    private void prove(SignedInAs person) {
        transaction.executeWithoutResult(status ->
                fresh.proved(person.person().account(), person.person().session()));
    }
}
