package org.sekisho.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An app password is made for a mail program, which a mail server lets in with it until it is removed. */
@Journey
@Tag("full")
class AppPasswordJourneyIT {

    private static final String MAIL_SERVER = "mail:secret-of-the-demo-mail-server-0000";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    private final HttpClient mailServer = HttpClient.newHttpClient();

    @Test
    void a_person_makes_an_app_password_that_works_in_a_program_until_it_is_removed() throws Exception {
        Account account = accounts.create(person -> person.name("Taro Suzuki").language(Language.EN));
        String first;
        Holder holder;
        try (Screen desk = new Screen("app-password", port, Device.DESK, Locale.ENGLISH)) {
            holder = Holder.of(account, desk, clock);
            holder.turnsMfaOn();
            holder.seesResult();
            first = makes(desk, "My Mail", "MailLaptop");
            assertThat(asks(account, first).statusCode()).isEqualTo(200);
            assertThat(asks(account, first).body()).contains("MailLaptop");
            desk.go("methods")
                    .says("MailLaptop")
                    .says("It does not sign you in here")
                    .look();
            desk.press("Rename: MailLaptop").heading("Name the method");
            desk.fill("Name", "Mail Laptop").press("Save").refuses("Name", "Mail Laptop", "without spaces");
            desk.fill("Name", "MailDesk").press("Save").says("MailDesk").heading("Methods");
            desk.press("日本語").heading("認証方法");
        }
        try (Screen phone = new Screen("app-password-japanese", port, Device.PHONE, Locale.JAPANESE)) {
            onAPhoneInJapanese(holder.app(), account, phone);
        }
        assertThat(asks(account, first).statusCode()).isEqualTo(403);
    }

    private static String makes(Screen desk, String refused, String name) {
        desk.go("methods").says("Add a method").press("Add a method");
        desk.choose("App password").says("never signs you in here").press("Add");
        desk.heading("Name the app password");
        desk.fill("Name", refused).press("Next").refuses("Name", refused, "without spaces");
        desk.fill("Name", name).press("Next").heading("Save the app password");
        desk.press("Copy")
                .press("Next")
                .says("Please enter the app password in the program first")
                .look();
        String password = desk.items(".app-password").get(0);
        desk.tick("I saved it").press("Next").says(name).heading("Methods");
        return password;
    }

    private void onAPhoneInJapanese(AuthenticatorApp app, Account account, Screen phone) {
        phone.go("methods").heading("サインイン");
        phone.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
        phone.heading("本人確認");
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("確認コード", app.code(clock.instant())).press("確認").heading("認証方法");
        phone.press("認証方法を追加").heading("どの方法を追加しますか？");
        phone.choose("アプリパスワード").press("追加").heading("アプリパスワードの名前");
        phone.fill("名前", "メール").press("次へ").refuses("名前", "メール", "英字（A～Z、a～z）と数字だけ");
        phone.fill("名前", "MailPhone").press("次へ").heading("アプリパスワードの保存");
        phone.press("今回は作成しない").heading("どの方法を追加しますか？");
        phone.press("戻る").heading("認証方法");
        phone.press("削除: MailDesk").heading("この認証方法を削除しますか？");
        phone.press("削除").says("サインインに使える認証方法は一つだけです").heading("認証方法");
    }

    private HttpResponse<String> asks(Account account, String password) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString(MAIL_SERVER.getBytes(StandardCharsets.UTF_8));
        String question = "{\"username\":\"%s\",\"password\":\"%s\",\"client\":\"192.0.2.7\"}"
                .formatted(account.commonId().value(), password);
        return mailServer.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/app-passwords/verify"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(question))
                        .build(),
                BodyHandlers.ofString());
    }
}
