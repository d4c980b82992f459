package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class JapaneseJourneyIT {

    private static final String ADDRESS = "hanako@example.net";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_student_goes_the_whole_way_in_japanese_on_a_phone() {
        Account student = accounts.create(account -> account.name("田中 花子").language(Language.JA));
        AuthenticatorApp app = new AuthenticatorApp();
        try (Screen phone = new Screen("japanese", port, Screen.Device.PHONE, Locale.JAPANESE)) {
            phone.go("").heading("サインイン");
            signIn(phone, student);
            phone.heading("多要素認証は無効です").follow("多要素認証利用申請");
            phone.says("多要素認証を有効にしますか？").heading("多要素認証利用申請");
            phone.choose("はい").press("保存").heading("多要素認証を設定中です");
            phone.press("サインアウト").heading("サインイン");

            signIn(phone, student);
            phone.heading("詳細情報が必要です").press("次へ");
            phone.heading("認証アプリの設定").choose("この端末").press("次へ");
            phone.heading("アプリの登録");
            app.pair(phone.link("認証アプリを開く").getAttribute("href"));
            enterCode(phone, app);

            phone.heading("連絡先メールアドレス").fill("メールアドレス", ADDRESS).press("次へ");
            phone.heading("メールアドレスの確認").fill("確認コード", phone.mailedCode(ADDRESS)).press("確認");

            phone.heading("新しい認証方法を試す").press("サインアウトして試す");
            signIn(phone, student);
            phone.heading("本人確認");
            enterCode(phone, app);
            phone.says("に有効になります").look().heading("多要素認証は有効です");
            phone.press("設定内容を確認する").heading("多要素認証が有効になりました");
            phone.press("完了").heading("サービス一覧");

            phone.go("methods").says("認証アプリ").heading("認証方法");
            phone.go("requests").says("多要素認証の利用申請").heading("申請");
            phone.go("tasks").heading("タスク");
            phone.go("services/utokyo-vpn").heading("UTokyo VPN");
            phone.go("demo/inbox").says("メールアドレス確認コードのお知らせ").look();
            phone.go("nowhere").heading("ページが見つかりません");
        }
    }

    private static void signIn(Screen phone, Account student) {
        phone.fill("ユーザー名", student.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
    }

    private void enterCode(Screen phone, AuthenticatorApp app) {
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("確認コード", app.code(clock.instant())).press("確認");
    }
}
