package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.evidence.Pictures;
import org.sekisho.journey.Screen.Device;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor finds cases, watches an enrolment and a recovery happen on their diagrams, and takes a list away. */
@Journey
class AuditJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    private final String contact = UUID.randomUUID() + "@example.net";
    private final String name = "Sora " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void an_auditor_replays_an_enrolment_and_a_recovery() {
        Account person = accounts.create(account -> account.name(name).language(Language.EN));
        try (Screen phone = new Screen("audit-person", port, Device.PHONE, Locale.ENGLISH);
                Screen auditor = new Screen("audit-auditor", port, Device.DESK, Locale.ENGLISH);
                Screen japanese = new Screen("audit-japanese", port, Device.TABLET, Locale.JAPAN)) {
            losesEverything(person, phone);
            auditor.go("").signIn("4000000001", "sekisho-demo-2026").heading("MFA is off");
            auditor.go("audit/cases").heading("Cases").look();

            auditor.fill("Case or person", name).press("Search").says("Cases found: 4");
            auditor.look();
            Assertions.assertThat(auditor.route()).doesNotContain("Sora");
            auditor.page().getByText("Save this search").click();
            auditor.fill("Name of the search", "Sora").press("Save").says("The search has been saved.");
            auditor.page().waitForURL("**/audit/cases?saved=*");
            Locator row = auditor.page().locator("tr", new Page.LocatorOptions().setHasText("Enrolled"));
            row.locator("a").first().click();
            auditor.says("Models in force").look();
            tab(auditor, "Replay").says("Moment 1 of");
            assertThat(auditor.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            Locator slider = auditor.page().getByLabel("Moment of the case");
            slider.focus();
            auditor.page().keyboard().press("ArrowRight");
            auditor.says("Moment 2 of");
            assertThat(auditor.page()
                            .locator("sekisho-process-diagram .djs-shape.glows")
                            .first())
                    .isVisible();
            for (int moment = 0; moment < 3; moment++) {
                auditor.press("Step forward");
            }
            auditor.says("Moment 5 of").look();
            auditor.press("Play").says("Moment 7 of");
            auditor.press("Pause");
            slider.focus();
            auditor.page().keyboard().press("End");
            sees(auditor, "Enrolled");
            auditor.look();
            // into a process that was called, and its own diagram
            Locator into = auditor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go into"));
            Locator place = auditor.page().locator(".replay-place");
            while (!into.isVisible()) {
                String before = place.innerText();
                auditor.press("Step back");
                assertThat(place).not().hasText(before);
            }
            into.click();
            assertThat(auditor.page()
                            .locator("sekisho-process-diagram[drawn] .djs-shape.glows")
                            .first())
                    .isVisible();
            auditor.look();
            sees(tab(auditor, "Timeline"), "MFA was activated");
            auditor.look();
            tab(auditor, "Decisions").says("All rules").look();
            tab(auditor, "Evidence and reasons")
                    .says("What spoke for the person")
                    .look();
            tab(auditor, "Operations")
                    .says("What people and the product told the engine")
                    .look();
            tab(auditor, "Related").says("Other cases of the same account").look();

            auditor.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Recovery "))
                    .first()
                    .click();
            auditor.says("Stands at");
            tab(auditor, "Replay").says("Moment 1 of");
            auditor.page().getByLabel("Moment of the case").focus();
            auditor.page().keyboard().press("End");
            sees(auditor, "The case is here");
            auditor.look();
            sees(tab(auditor, "Evidence and reasons"), "to be checked");
            auditor.look();

            auditor.go("audit/cases").heading("Cases");
            com.microsoft.playwright.Download csv =
                    auditor.page().waitForDownload(() -> auditor.follow("Export as CSV"));
            Assertions.assertThat(csv.suggestedFilename()).isEqualTo("cases.csv");
            Assertions.assertThat(read(csv)).contains("case,case_id,process").contains(name);

            japanese.go("").heading("サインイン");
            japanese.fill("ユーザー名", auditorInJapanese().commonId().value())
                    .fill("パスワード", TestAccounts.PASSWORD)
                    .press("サインイン")
                    .heading("多要素認証は無効です");
            japanese.go("audit/cases").heading("案件").look();
            japanese.fill("案件または対象者", name).press("検索").says("4件見つかりました");
            Locator found = japanese.page().locator("tr", new Page.LocatorOptions().setHasText("設定完了"));
            found.locator("a").first().click();
            japanese.says("適用されたモデル").look();
            tab(japanese, "再生");
            assertThat(japanese.page().locator("sekisho-process-diagram[drawn]"))
                    .isVisible();
            for (int moment = 0; moment < 8; moment++) {
                japanese.press("次へ");
            }
            japanese.look();
            tab(japanese, "判定").says("すべてのルール").look();
            // the helpdesk of the other journeys has nothing to do with it
            phone.press("End the recovery").heading("You have ended the recovery");
        }
    }

    private Account auditorInJapanese() {
        return accounts.create(account -> account.name("監査 花子")
                .affiliation(Affiliation.STAFF)
                .language(Language.JA)
                .roles(Role.AUDITOR));
    }

    private static String read(com.microsoft.playwright.Download csv) {
        try {
            return new String(csv.createReadStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Another tab may have the same text, and be hidden. */
    private static void sees(Screen screen, String text) {
        assertThat(screen.page().getByText(text).locator("visible=true").first())
                .isVisible();
    }

    private static Screen tab(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return screen;
    }

    private void losesEverything(Account person, Screen phone) {
        Holder holder = Holder.of(person, phone, clock);
        holder.opens("");
        holder.beginsSetUp();
        holder.proves();
        holder.confirms(contact);
        holder.tries();
        holder.signsOut();
        clock.putForward(Duration.ofDays(15));
        phone.go("").heading("Sign in");
        holder.signsIn();
        phone.heading("Verify that it is you").press("Use another method");
        phone.heading("Choose a method").press("I can use none of these");
        phone.heading("How to get help").press("I have lost them: get back in");
        phone.heading("Show who you are")
                .hand("card.jpg", Pictures.jpeg(600, 400))
                .says("Photos that have arrived: 1");
        String earlier = phone.mailedCode(contact);
        phone.press("Send a code").says("a code is on its way");
        phone.fill("Verification code", phone.codeMailedAfter(earlier, contact))
                .press("Check the code")
                .says("The code was right");
        phone.press("Pass on to the helpdesk").heading("The helpdesk is checking");
    }
}
