package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class PasskeyJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_adds_passkeys_and_signs_in_with_them_after_a_password_and_alone() {
        Account account = accounts.create(person -> person.name("Hanako Tanaka"));
        AuthenticatorApp app;
        try (Screen desk = new Screen("passkey", port, Device.DESK, Locale.ENGLISH)) {
            VirtualAuthenticator device = VirtualAuthenticator.in(desk);
            Holder holder = Holder.of(account, desk, clock);
            app = holder.app();
            holder.turnsMfaOn();
            adds(desk);
            addsAgain(desk);
            signsInAfterPassword(holder, desk);
            signsInAlone(holder, desk, device);
        }
        try (Screen phone = new Screen("passkey-phone", port, Device.PHONE, Locale.JAPANESE)) {
            VirtualAuthenticator.in(phone);
            onAPhoneInJapanese(account, app, phone);
        }
    }

    private static void adds(Screen desk) {
        desk.go("methods").says("Add a method").press("Add a method");
        desk.choose("Passkey or security key").press("Add").heading("Add a passkey");
        desk.press("Create passkey").says("Please give the passkey a name").look();
        desk.fill("Name of the passkey", "Laptop").press("Create passkey");
        desk.says("Laptop").heading("Methods");
    }

    /** The device that holds a passkey of the account makes no second one. */
    private static void addsAgain(Screen desk) {
        desk.press("Add a method");
        desk.choose("Passkey or security key").press("Add").heading("Add a passkey");
        desk.fill("Name of the passkey", "Laptop again").press("Create passkey");
        desk.says("holds a passkey of your account already").look();
        desk.press("Not now").heading("Which method would you like to add?");
        desk.press("Back").heading("Methods");
    }

    private static void signsInAfterPassword(Holder holder, Screen desk) {
        holder.signsOut();
        holder.signsIn();
        desk.heading("Verify that it is you").press("Use another method");
        desk.heading("Choose a method").press("Laptop");
        desk.says("then follow what your browser and your device ask").heading("Verify that it is you");
        desk.press("Use passkey");
        desk.heading("MFA is on: here is what you set up").press("Done").heading("Service directory");
    }

    private static void signsInAlone(Holder holder, Screen desk, VirtualAuthenticator device) {
        desk.go("");
        holder.signsOut();
        device.recognises(false);
        desk.press("Sign in with a passkey").says("No passkey answered").look();
        device.recognises(true);
        desk.press("Sign in with a passkey").heading("Service directory");
        desk.go("methods").says("Laptop").heading("Methods");
        desk.press("Add a method").heading("Which method would you like to add?");
        desk.press("Back").heading("Methods");
        desk.press("日本語").heading("認証方法");
    }

    private void onAPhoneInJapanese(Account account, AuthenticatorApp app, Screen phone) {
        phone.go("methods").heading("サインイン");
        phone.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
        phone.heading("本人確認");
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("確認コード", app.code(clock.instant())).press("確認").heading("認証方法");
        phone.press("認証方法を追加");
        phone.choose("パスキー・セキュリティキー").press("追加").heading("パスキーの追加");
        phone.fill("パスキーの名前", "スマートフォン").press("パスキーを作成");
        phone.says("スマートフォン").heading("認証方法");
        phone.go("").press("サインアウト").heading("サインイン");
        phone.press("パスキーでサインイン").heading("サービス一覧");
        phone.go("methods").says("スマートフォン").heading("認証方法");
    }
}
