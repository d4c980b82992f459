package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.journey.Screen.Device;
import org.sekisho.shared.Language;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor reads reports, takes one away, and compares the engine with the trail. */
@Journey
class ReportsJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    RunningClock clock;

    @Test
    void an_auditor_reads_reports_and_takes_one_away() throws IOException {
        try (Screen phone = new Screen("reports-person", port, Device.PHONE, Locale.ENGLISH);
                Screen desk = new Screen("reports-desk", port, Device.DESK, Locale.ENGLISH);
                Screen tablet = new Screen("reports-tablet", port, Device.TABLET_AT_NIGHT, Locale.JAPAN)) {
            setsUp(phone);
            desk.go("")
                    .signIn(auditor(Language.EN).commonId().value(), TestAccounts.PASSWORD)
                    .heading("MFA is off");
            // a sign-in that is over is recorded within some seconds
            desk.page()
                    .waitForCondition(
                            () -> desk.go("audit/reports?report=steps&process=verification")
                                    .heading("Reports")
                                    .page()
                                    .getByText("Where the time goes")
                                    .isVisible(),
                            new Page.WaitForConditionOptions().setTimeout(60_000));
            assertThat(desk.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            assertThat(desk.page().locator("sekisho-process-diagram .mark.warm").first())
                    .isVisible();
            desk.look();
            Map.of("volumes", "Cases begun", "decisions", "Decisions by person", "methods", "MFA by population")
                    .forEach((report, title) -> desk.go("audit/reports?report=" + report)
                            .heading("Reports")
                            .says(title)
                            .look());
            Download file = desk.page().waitForDownload(() -> desk.follow("Take it away as a CSV file"));
            Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
            Assertions.assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                    .startsWith("\uFEFF");
            desk.go("audit/patterns").heading("Unusual patterns").look();
            desk.go("audit/reconciliation")
                    .heading("Engine and trail")
                    .press("Compare now")
                    .says("Both")
                    .look();

            tablet.go("").heading("サインイン");
            tablet.fill("ユーザー名", auditor(Language.JA).commonId().value())
                    .fill("パスワード", TestAccounts.PASSWORD)
                    .press("サインイン")
                    .heading("多要素認証は無効です");
            tablet.go("audit/reports?report=steps&process=verification")
                    .heading("レポート")
                    .says("時間のかかる箇所");
            assertThat(tablet.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            tablet.look();
            tablet.go("audit/reports?report=methods").heading("レポート").look();
            tablet.go("audit/reconciliation").heading("エンジンと証跡の照合").look();
        }
    }

    private void setsUp(Screen phone) {
        Holder holder = Holder.of(accounts.create(account -> account.language(Language.EN)), phone, clock);
        holder.opens("");
        holder.beginsSetUp();
        holder.proves();
        holder.confirms(UUID.randomUUID() + "@example.net");
        holder.tries();
    }

    private Account auditor(Language language) {
        return accounts.create(account -> account.name("Aud Itor")
                .affiliation(Affiliation.STAFF)
                .language(language)
                .roles(Role.AUDITOR));
    }
}
