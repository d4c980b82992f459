package org.sekisho.journey;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class TerminationJourneyIT {

    private static final String AGENT = "3000000001";
    private static final String DECIDE = "Decide on switching MFA off";

    private final String address = UUID.randomUUID() + "@example.ac.jp";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_is_refused_asks_again_is_approved_and_is_without_mfa_after_the_wait() {
        Account account = accounts.create(traits -> traits.address(address).name("田中 花子"));
        try (Screen desk = new Screen("termination", port, Device.DESK, Locale.ENGLISH);
                Screen phone = new Screen("termination-phone", port, Device.PHONE, Locale.JAPANESE);
                Screen agent = new Screen("termination-agent", port, Device.DESK, Locale.ENGLISH)) {
            Holder person = Holder.of(account, desk, clock);
            person.turnsMfaOn();
            person.seesResult();
            asks(desk);
            desk.follow("Requests").says("Request to switch MFA off").heading("Requests");
            desk.press("日本語").heading("申請");

            agent.go("tasks").signIn(AGENT, Screen.PASSWORD).heading("Tasks");
            agent.follow(DECIDE).heading(DECIDE);
            agent.press("Take this task").says("Please let me.").look();
            agent.choose("Refuse").press("Decide").says("Please give a reason.").look();
            agent.fill("Reason for your decision", "There is a key for you at the desk.")
                    .press("Decide");
            agent.says("Nothing to do").heading("Tasks");

            asksAgainOn(phone, account, person.app());
            approves(agent);

            phone.go("termination").says("ヘルプデスクが申請を承認しました。").heading("多要素認証の利用停止の申請");
        }
        clock.putForward(Duration.ofHours(24));
        try (Screen phone = new Screen("termination-after", port, Device.PHONE, Locale.JAPANESE)) {
            phone.go("login").mailed(address, "多要素認証が無効になりました").heading("サインイン");
            signIn(phone, account);
            phone.heading("多要素認証は無効です");
            phone.go("requests").says("無効になりました").heading("申請");
            phone.go("termination").heading("多要素認証は無効です");
        }
    }

    private static void asks(Screen desk) {
        desk.go("apply").says("Nobody switches it off alone").heading("MFA Application Form");
        desk.follow("Ask for MFA to be switched off").heading("Ask for MFA to be switched off");
        desk.press("Send request").says("Please give a reason.").look();
        desk.fill("Reason", "Please let me.").pressSlowly("Send request", "Reason");
        desk.says("Your reason: Please let me.").look();
    }

    private void asksAgainOn(Screen phone, Account account, AuthenticatorApp app) {
        phone.go("termination").heading("サインイン");
        signIn(phone, account);
        phone.heading("本人確認");
        clock.putForward(Duration.ofSeconds(30));
        phone.fill("確認コード", app.code(clock.instant())).press("確認");
        phone.says("前回の申請は承認されませんでした。").heading("多要素認証の利用停止の申請");
        phone.fill("理由", "業務上、電話を持ち込めないため").press("申請する");
        phone.says("ヘルプデスクが審査中").look();
    }

    private static void approves(Screen agent) {
        agent.page().reload();
        agent.follow(DECIDE).heading(DECIDE);
        agent.press("Take this task").says("業務上、電話を持ち込めないため");
        agent.choose("Approve").fill("Reason for your decision", "In order.").press("Decide");
        agent.says("Nothing to do");
    }

    private static void signIn(Screen phone, Account account) {
        phone.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン");
    }
}
