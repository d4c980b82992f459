package org.sekisho.factor.apppassword.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class AppPasswordScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Factors factors;

    @Autowired
    private AppPasswordSetup setup;

    @Autowired
    private TestAccounts accounts;

    private AccountId account;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        start();
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void a_name_with_a_space_is_refused_at_its_field_which_keeps_it() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(browser.heading()).isEqualTo("Name the app password");
            TextField name = browser.one(TextField.class);
            name.setValue("My Mail");
            browser.press("Next");
            assertThat(name.isInvalid()).isTrue();
            assertThat(name.getErrorMessage()).startsWith("Use letters (A to Z) and digits only, without spaces");
            assertThat(name.getValue()).isEqualTo("My Mail");
            name.setValue("MyMail");
            assertThat(name.isInvalid()).isFalse();
            browser.press("Next");
            open(browser);
            assertThat(browser.heading()).isEqualTo("Save the app password");
        }
    }

    @Test
    void it_is_shown_with_a_button_that_copies_it_and_counts_only_when_saved() {
        setup.named(task(), "Mail");
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(shown(browser)).hasSize(1);
            assertThat(browser.text()).contains("Mail", "shown this once");
            assertThat(browser.offers("Copy")).isTrue();
            browser.press("Next");
            assertThat(browser.one(Checkbox.class).isInvalid()).isTrue();
            assertThat(factors.active(account)).isEmpty();
            browser.one(Checkbox.class).setValue(true);
            browser.press("Next");
            assertThat(factors.active(account)).extracting(Factor::kind).containsExactly("apppassword");
            browser.visit("methods");
            assertThat(browser.text()).contains("Mail", "It does not sign you in here", "Not used yet");
        }
    }

    @Test
    void a_page_whose_password_was_replaced_elsewhere_says_so_and_saves_nothing() {
        setup.named(task(), "Mail");
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            List<String> before = shown(browser);
            setup.issue(task());
            browser.one(Checkbox.class).setValue(true);
            browser.press("Next");
            assertThat(browser.text()).contains("A newer app password was shown on another page");
            assertThat(factors.active(account)).isEmpty();
            open(browser);
            assertThat(shown(browser)).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void whoever_does_without_goes_on_without_at_either_page() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            open(browser);
            browser.press("今回は作成しない");
            assertThat(inbox.ofCase(caseId)).isEmpty();
            start();
            setup.named(task(), "Mail");
            open(browser);
            browser.press("今回は作成しない");
            assertThat(inbox.ofCase(caseId)).isEmpty();
            assertThat(factors.active(account)).isEmpty();
        }
    }

    private void start() {
        caseId = CaseId.next();
        processes.start(
                new ProcessKey("factor-apppassword-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), account.value())
                        .and(Variable.id("factorId"), FactorId.next().value()));
    }

    private TaskId task() {
        return inbox.ofCase(caseId).get(0).id();
    }

    private void open(Browserless browser) {
        browser.visit("tasks/" + task());
    }

    private static List<String> shown(Browserless browser) {
        return browser.all(Span.class).stream()
                .filter(span -> span.hasClassName("app-password"))
                .map(Span::getText)
                .toList();
    }
}
