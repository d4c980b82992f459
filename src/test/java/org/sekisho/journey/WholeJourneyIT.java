package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.RunningClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class WholeJourneyIT {

    private static final String STUDENT = "1000000001";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Test
    void a_student_goes_from_the_application_to_a_sign_in_with_a_code() {
        AuthenticatorApp app = new AuthenticatorApp();
        try (Screen screen = new Screen("whole", port, Screen.Device.DESK, Locale.ENGLISH)) {
            screen.go("").heading("Sign in").signIn(STUDENT, Screen.PASSWORD).heading("MFA is off");
            screen.follow("MFA Application Form").heading("MFA Application Form");
            screen.says("Enable MFA?").choose("Yes").press("Save").heading("MFA is being set up");
            signOut(screen);

            screen.signIn(STUDENT, Screen.PASSWORD)
                    .heading("More information required")
                    .press("Next");
            screen.heading("Set up an authenticator app")
                    .choose("Another device")
                    .press("Next");
            screen.says("Verification code").look();
            app.scan(screen.qrCode());
            screen.fill("Verification code", app.code(clock.instant())).press("Verify");

            screen.says("Email address")
                    .look()
                    .fill("Email address", "student.one@example.net")
                    .press("Next");
            screen.says("Verification code").look();
            screen.fill("Verification code", screen.mailedCode("student.one@example.net"))
                    .press("Verify");

            screen.heading("Try it: sign in with your new method").press("Sign out and try it");
            screen.signIn(STUDENT, Screen.PASSWORD);
            screen.says("Verification code").look();
            clock.putForward(Duration.ofSeconds(30));
            screen.fill("Verification code", app.code(clock.instant())).press("Verify");

            screen.says("MFA will be active at").look();
            screen.heading("MFA is on");
            signOut(screen);

            screen.signIn(STUDENT, Screen.PASSWORD);
            screen.says("Verification code");
            clock.putForward(Duration.ofSeconds(30));
            screen.fill("Verification code", app.code(clock.instant())).press("Verify");
            screen.heading("MFA is on: here is what you set up").press("Done");
            screen.heading("Service directory");
            assertThat(screen.page()).hasURL(Pattern.compile(".*/services$"));
        }
    }

    private static void signOut(Screen screen) {
        screen.press("Sign out");
        screen.heading("Sign in");
    }
}
