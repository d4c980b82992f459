package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way of an account holder without a mouse. */
@Journey
class KeyboardJourneyIT {

    private static final String ADDRESS = "keys.alone@example.net";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void the_keyboard_alone_suffices_from_the_application_to_the_services() {
        Account student = accounts.student();
        AuthenticatorApp app = new AuthenticatorApp();
        try (Screen screen = new Screen("keyboard", port, Screen.Device.DESK, Locale.ENGLISH)) {
            Keyboard keys = new Keyboard(screen);
            screen.go("");
            keys.beginsAtField("Sign in", "Username").goesRound();
            signIn(screen, keys, student);

            screen.says("MFA is off");
            keys.beginsAtHeading("Status").goesRound();
            skipToTheContent(screen, keys);
            keys.press(screen.link("MFA Application Form"));
            keys.beginsAtHeading("MFA Application Form").goesRound();
            keys.choose(screen.option("Yes")).press(screen.button("Save"));
            screen.says("MFA is being set up");
            keys.beginsAtHeading("Status").goesRound();
            signOut(screen, keys);

            signIn(screen, keys, student);
            keys.beginsAtHeading("More information required").goesRound().press(screen.button("Next"));
            keys.beginsAtHeading("Set up an authenticator app").goesRound();
            keys.choose(screen.option("Another device")).press(screen.button("Next"));
            keys.beginsAtHeading("Register the app").goesRound();
            app.scan(screen.qrCode());
            enterCode(screen, keys, app.code(clock.instant()));

            keys.beginsAtHeading("Contact e-mail address").goesRound();
            keys.type(screen.field("Email address"), ADDRESS).press(screen.button("Next"));
            keys.beginsAtHeading("Confirm your e-mail address").goesRound();
            enterCode(screen, keys, screen.mailedCode(ADDRESS));

            keys.beginsAtHeading("Try it: sign in with your new method")
                    .goesRound()
                    .press(screen.button("Sign out and try it"));
            signIn(screen, keys, student);
            keys.beginsAtHeading("Verify that it is you").goesRound();
            enterCode(screen, keys, nextCode(app));

            screen.heading("MFA is on");
            keys.goesRound();
            signOut(screen, keys);

            signIn(screen, keys, student);
            keys.beginsAtHeading("Verify that it is you");
            enterCode(screen, keys, nextCode(app));
            keys.beginsAtHeading("MFA is on: here is what you set up")
                    .goesRound()
                    .press(screen.button("Done"));
            keys.beginsAtHeading("Service directory").goesRound().press(screen.link("UTokyo VPN"));
            keys.beginsAtHeading("UTokyo VPN").goesRound();
        }
    }

    private static void signIn(Screen screen, Keyboard keys, Account account) {
        keys.type(screen.field("Username"), account.commonId().value());
        keys.type(screen.field("Password"), TestAccounts.PASSWORD).enter();
    }

    private static void signOut(Screen screen, Keyboard keys) {
        keys.press(screen.button("Sign out"));
        keys.beginsAtField("Sign in", "Username");
    }

    private static void skipToTheContent(Screen screen, Keyboard keys) {
        Locator content = screen.page().locator("main");
        keys.press(screen.link("Skip to the content"));
        assertThat(content).isFocused();
    }

    private static void enterCode(Screen screen, Keyboard keys, String code) {
        keys.type(screen.field("Verification code"), code).enter();
    }

    private String nextCode(AuthenticatorApp app) {
        clock.putForward(Duration.ofSeconds(30));
        return app.code(clock.instant());
    }
}
