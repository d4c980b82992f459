package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Where the policy asks for it, a second method and recovery codes are set up on the way to MFA. */
@Journey
@Tag("full")
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:second-method;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0",
            "sekisho.enrollment.second-method=required",
            "sekisho.enrollment.recovery-codes=offered"
        })
class SecondMethodJourneyIT {

    private static final String NUMBER = "+819055587654";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_sets_up_an_app_a_phone_and_recovery_codes_and_signs_in_with_the_phone() {
        Account account = accounts.create(person -> person.name("Hanako Tanaka").language(Language.EN));
        try (Screen desk = new Screen("second-method", port, Device.DESK, Locale.ENGLISH)) {
            Holder holder = Holder.of(account, desk, clock);
            holder.opens("");
            holder.beginsSetUp();
            holder.proves();
            holder.confirms(UUID.randomUUID() + "@example.net");
            String first = addsPhone(desk);
            savesCodes(desk);
            holder.tries();
            signsInWithAText(holder, desk, first);
        }
    }

    @Test
    void on_a_phone_in_japanese_the_person_comes_back_later_adds_a_passkey_and_does_without_codes() {
        Account account = accounts.create(person -> person.name("田中 花子").language(Language.JA));
        AuthenticatorApp app = new AuthenticatorApp();
        try (Screen phone = new Screen("second-method-japanese", port, Device.PHONE, Locale.JAPANESE)) {
            VirtualAuthenticator.in(phone);
            phone.go("").heading("サインイン");
            signIn(phone, account);
            phone.heading("多要素認証は無効です").follow("多要素認証利用申請");
            phone.says("多要素認証を有効にしますか？").choose("はい").press("保存");
            phone.heading("多要素認証を設定中です").press("今すぐ設定する");
            phone.heading("詳細情報が必要です").press("次へ");
            phone.heading("認証アプリの設定").choose("この端末").press("次へ");
            phone.heading("アプリの登録");
            app.pair(phone.link("認証アプリを開く").getAttribute("href"));
            enterCode(phone, app);
            String address = UUID.randomUUID() + "@example.net";
            phone.heading("連絡先メールアドレス").fill("メールアドレス", address).press("次へ");
            phone.heading("メールアドレスの確認").fill("確認コード", phone.mailedCode(address)).press("確認");
            phone.heading("どの方法を追加しますか？");
            phone.go("").heading("多要素認証を設定中です").press("サインアウト");

            phone.heading("サインイン");
            signIn(phone, account);
            phone.heading("はじめにご本人の確認を行います").press("次へ");
            phone.heading("本人確認");
            enterCode(phone, app);
            phone.heading("どの方法を追加しますか？").choose("パスキー・セキュリティキー").press("追加");
            phone.heading("パスキーの追加").fill("パスキーの名前", "スマートフォン").press("パスキーを作成");
            phone.says("予備").heading("どの方法を追加しますか？").press("今はしない");
            phone.heading("新しい認証方法を試す");
        }
    }

    private static String addsPhone(Screen desk) {
        desk.says("your organisation asks for a second method").heading("Which method would you like to add?");
        desk.go("").says("Second method").heading("MFA is being set up").press("Continue");
        desk.heading("Which method would you like to add?").choose("Phone").press("Add");
        desk.heading("Set up a phone").fill("Phone number", "090-5558-7654").press("Next");
        desk.heading("Answer your phone");
        String code = desk.mailedCode(NUMBER);
        desk.fill("Verification code", code).press("Verify");
        return code;
    }

    private static void savesCodes(Screen desk) {
        desk.says("keep one in reserve").heading("Which method would you like to add?");
        desk.press("Add").heading("Save your recovery codes");
        desk.press("Do without").heading("Which method would you like to add?").press("Add");
        desk.heading("Save your recovery codes").tick("I saved them").press("Next");
    }

    private static void signsInWithAText(Holder holder, Screen desk, String before) {
        holder.signsOut();
        holder.signsIn();
        desk.heading("Verify that it is you").press("Use another method");
        desk.heading("Choose a method").press("Phone");
        desk.says("Send again").heading("Verify that it is you");
        desk.fill("Verification code", desk.codeMailedAfter(before, NUMBER)).press("Verify");
        desk.says("Recovery codes").says("Phone").heading("MFA is on: here is what you set up");
        desk.press("Done").heading("Service directory");
    }

    private static void signIn(Screen phone, Account account) {
        phone.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
    }

    private void enterCode(Screen phone, AuthenticatorApp app) {
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("確認コード", app.code(clock.instant())).press("確認");
    }
}
