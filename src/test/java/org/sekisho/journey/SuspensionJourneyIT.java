package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("full")
@Journey
class SuspensionJourneyIT {

    private final String address = UUID.randomUUID() + "@example.ac.jp";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_suspends_a_lost_app_with_another_one_is_signed_out_elsewhere_and_finds_it_again() {
        Account account = accounts.create(person -> person.address(address).name("Kyoko Sato"));
        try (Screen desk = new Screen("suspension", port, Device.DESK, Locale.ENGLISH);
                Screen phone = new Screen("suspension-phone", port, Device.PHONE, Locale.ENGLISH)) {
            Holder lost = Holder.of(account, desk, clock);
            lost.turnsMfaOn();
            lost.seesResult();
            desk.go("methods").heading("Methods");
            desk.press("I have lost this: Authenticator app").heading("You have no other method");
            desk.press("Back to the methods").heading("Methods");

            Holder tablet = Holder.of(account, desk, clock);
            adds(tablet, desk);
            signsInAt(phone, account, lost.app());

            clock.putForward(Duration.ofMinutes(20));
            desk.press("I have lost this: Authenticator app").heading("Have you lost this method?");
            desk.press("Confirm with another method").heading("Verify that it is you");
            tablet.proves();
            desk.heading("Have you lost this method?").press("Suspend it now");
            desk.says("Suspended").heading("Methods").mailed(address, "A method of your account was suspended");
            desk.look();

            signsInAt(phone, account, tablet.app());
            phone.press("日本語").says("一時停止中").heading("認証方法");
            phone.press("見つかった: 認証アプリ").heading("この認証方法が見つかりましたか？");
            phone.press("使用を再開する").heading("認証方法");
            phone.mailed(address, "一時停止中の認証方法の使用を再開しました");
        }
    }

    private static void adds(Holder app, Screen desk) {
        desk.press("Add a method").heading("Which method would you like to add?");
        desk.choose("Authenticator app").says("shows a new six-digit code").press("Add");
        app.scans();
        app.proves();
        desk.heading("Name the method").fill("Name", "Tablet").press("Save");
        desk.says("Tablet").heading("Methods");
    }

    private void signsInAt(Screen phone, Account account, AuthenticatorApp app) {
        phone.go("methods").heading("Sign in");
        phone.signIn(account.commonId().value(), TestAccounts.PASSWORD).heading("Verify that it is you");
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("Verification code", app.code(clock.instant()))
                .press("Verify")
                .heading("Methods");
    }
}
