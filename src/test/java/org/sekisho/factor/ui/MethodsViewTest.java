package org.sekisho.factor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class MethodsViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Factors factors;

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
            assertThat(browser.text()).contains("No method yet");
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
            assertThat(browser.text()).contains("Authenticator app", "Default", "Not used yet", "You have one method");
            factors.used(app);
            apps.enroll(account);
            browser.visit("tasks");
            browser.visit("methods");
            assertThat(browser.text()).contains("Last used").doesNotContain("You have one method");
            assertThat(person.person().account()).isEqualTo(account);
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
}
