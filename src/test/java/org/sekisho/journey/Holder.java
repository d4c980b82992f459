package org.sekisho.journey;

import java.time.Duration;
import java.util.UUID;
import org.sekisho.directory.Account;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;

/** An account holder who reads English, with a browser and an authenticator app, and what they do in every journey. */
final class Holder {

    /** How long an app shows a code (RFC 6238); each code works once. */
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Screen screen;
    private final AuthenticatorApp app;
    private final RunningClock clock;
    private final String commonId;
    private final String password;

    private Holder(Screen screen, AuthenticatorApp app, RunningClock clock, String commonId, String password) {
        this.screen = screen;
        this.app = app;
        this.clock = clock;
        this.commonId = commonId;
        this.password = password;
    }

    /** A person of the demo world. */
    static Holder of(String commonId, Screen screen, RunningClock clock) {
        return new Holder(screen, new AuthenticatorApp(), clock, commonId, Screen.PASSWORD);
    }

    /** A person whom a test has made. */
    static Holder of(Account account, Screen screen, RunningClock clock) {
        return new Holder(
                screen, new AuthenticatorApp(), clock, account.commonId().value(), TestAccounts.PASSWORD);
    }

    /** The same person at another device. */
    Holder at(Screen other) {
        return new Holder(other, app, clock, commonId, password);
    }

    AuthenticatorApp app() {
        return app;
    }

    void opens(String route) {
        screen.go(route).heading("Sign in");
    }

    void signsIn() {
        screen.signIn(commonId, password);
    }

    void signsOut() {
        screen.press("Sign out").heading("Sign in");
    }

    /** From the status page to an application that stands there when the page returns. */
    void applies() {
        screen.follow("MFA Application Form").says("Enable MFA?").heading("MFA Application Form");
        screen.choose("Yes").press("Save").heading("MFA is being set up");
    }

    /** From the sign-in of somebody who has not applied yet to the picture of the QR code, which the app scans. */
    void beginsSetUp() {
        signsIn();
        screen.heading("MFA is off");
        applies();
        screen.press("Set up now").heading("More information required").press("Next");
        scans();
    }

    /** The whole way from the login page to MFA that is on, with an authenticator app and a contact address. */
    void turnsMfaOn() {
        opens("");
        beginsSetUp();
        proves();
        confirms(UUID.randomUUID() + "@example.net");
        tries();
    }

    /** From MFA that has come into force, past what was set up, to the services. */
    void seesResult() {
        screen.press("See what was set up").heading("MFA is on: here is what you set up");
        screen.press("Done").heading("Service directory");
    }

    /** From the choice of the device to the picture of the QR code, which the app scans. */
    void scans() {
        screen.heading("Set up an authenticator app").choose("Another device").press("Next");
        screen.heading("Register the app");
        app.scan(screen.qrCode());
    }

    /** Enters the next code of the app. */
    void proves() {
        screen.says("Verification code");
        clock.putForward(STEP);
        screen.fill("Verification code", app.code(clock.instant())).press("Verify");
    }

    /** From the field for the address to an address that is confirmed. */
    void confirms(String address) {
        screen.heading("Contact e-mail address").fill("Email address", address).press("Next");
        screen.heading("Confirm your e-mail address")
                .fill("Verification code", screen.mailedCode(address))
                .press("Verify");
    }

    /** Signs out and in again with the new method. */
    void tries() {
        screen.heading("Try it: sign in with your new method").press("Sign out and try it");
        signsIn();
        screen.heading("Verify that it is you");
        proves();
        screen.heading("MFA is on");
    }
}
