package org.sekisho.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sekisho.security.SignInTrouble;
import org.sekisho.security.SignInTrouble.Reason;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

@SekishoTest
class LoginViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestAccounts accounts;

    @Test
    void the_form_is_sent_by_the_browser_itself_with_named_fields_and_its_token() {
        try (Browserless browser = Browserless.open(context)) {
            VaadinRequest.getCurrent()
                    .setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF", "_csrf", "the token"));
            browser.visit("login");

            assertThat(browser.heading()).isEqualTo("Sign in");
            TextField username = browser.field("Username");
            PasswordField password = browser.field("Password");
            assertThat(username.getElement().getAttribute("name")).isEqualTo("username");
            assertThat(username.getAutocomplete()).hasToString("USERNAME");
            assertThat(username.getHelperText()).contains("10-digit");
            assertThat(password.getElement().getAttribute("name")).isEqualTo("password");
            HtmlContainer form = (HtmlContainer) password.getParent().orElseThrow();
            assertThat(form.getElement().getTag()).isEqualTo("form");
            assertThat(form.getElement().getAttribute("method")).isEqualTo("post");
            assertThat(form.getElement().getAttribute("action")).endsWith("/login");
            assertThat(form.getChildren().filter(Input.class::isInstance).map(Input.class::cast))
                    .singleElement()
                    .satisfies(token -> {
                        assertThat(token.getElement().getAttribute("name")).isEqualTo("_csrf");
                        assertThat(token.getValue()).isEqualTo("the token");
                    });
            assertThat(form.getChildren().map(Component::getElement))
                    .anySatisfy(
                            submit -> assertThat(submit.getAttribute("type")).isEqualTo("submit"));
            assertThat(browser.offers("Sign in")).isTrue();
            assertThat(browser.offers("日本語")).isTrue();
        }
    }

    @Test
    void a_malformed_username_is_told_in_the_field_and_kept() {
        try (Browserless browser = Browserless.open(context)) {
            after(new SignInTrouble(Reason.FORM, null, "taro"));
            browser.visit("login?error");

            TextField username = browser.field("Username");
            assertThat(username.isInvalid()).isTrue();
            assertThat(username.getErrorMessage()).contains("10 digits");
            assertThat(username.getValue()).isEqualTo("taro");
        }
    }

    @Test
    void every_trouble_says_what_to_do() {
        assertThat(text("login?error", new SignInTrouble(Reason.WRONG, null, "")))
                .contains("type both again");
        assertThat(text("login?error", new SignInTrouble(Reason.BUSY, null, "")))
                .contains("try again in a few seconds");
        assertThat(text("login?error", new SignInTrouble(Reason.UNAVAILABLE, null, "")))
                .contains("tell the helpdesk");
        assertThat(text(
                        "login?error",
                        new SignInTrouble(Reason.TOO_MANY_TRIES, Instant.parse("2026-04-01T01:02:03Z"), "")))
                .contains("wait until")
                .contains(":02:03");
        assertThat(text("login?ended", new SignInTrouble(Reason.BUSY, null, "")))
                .contains("Your session has ended")
                .doesNotContain("few seconds");
        assertThat(text("login?signed-out", new SignInTrouble(Reason.BUSY, null, "")))
                .contains("You have signed out");
    }

    @Test
    void the_page_speaks_japanese() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("login?error");

            assertThat(browser.heading()).isEqualTo("サインイン");
            assertThat(browser.text()).contains("ユーザー名またはパスワードが正しくありません");
        }
    }

    @Test
    void whoever_is_signed_in_is_led_home() {
        try (SignedInAs student = SignedInAs.holder(accounts.student().id());
                Browserless browser = Browserless.open(context)) {
            browser.visit("login");

            assertThat(browser.location()).isEmpty();
        }
    }

    private String text(String route, SignInTrouble trouble) {
        try (Browserless browser = Browserless.open(context)) {
            after(trouble);
            browser.visit(route);
            return browser.text();
        }
    }

    private static void after(SignInTrouble trouble) {
        VaadinSession.getCurrent().getSession().setAttribute("sekisho.sign-in-trouble", trouble);
    }
}
