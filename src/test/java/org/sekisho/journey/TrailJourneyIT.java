package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.journey.Screen.Device;
import org.sekisho.seal.Seals;
import org.sekisho.shared.Language;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor reads the trail, has all of it verified, and takes a list away. */
@Journey
class TrailJourneyIT {

    private static final String AUDITOR = "4000000001";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory product;

    @Autowired
    TestAccounts accounts;

    @Test
    void an_auditor_finds_events_and_has_the_trail_verified() {
        try (Screen desk = new Screen("trail-desk", port, Device.DESK, Locale.ENGLISH);
                Screen tablet = new Screen("trail-tablet", port, Device.TABLET, Locale.ENGLISH);
                Screen japanese = new Screen("trail-japanese", port, Device.TABLET, Locale.JAPAN);
                Screen japaneseDesk = new Screen("trail-japanese-desk", port, Device.DESK, Locale.JAPAN)) {
            desk.go("").signIn(AUDITOR, "sekisho-demo-2026").heading("MFA is off");
            Seals.all(product);

            desk.go("audit/trail").heading("Trail");
            desk.press("Verify all").says("The whole trail was verified at").says("Intact");
            desk.fill("Whose account", AUDITOR).press("Search");
            desk.page().waitForURL("**/audit/trail?account=*");
            Assertions.assertThat(desk.page().url()).doesNotContain(AUDITOR);
            desk.page().locator(".trail-list summary").first().click();
            desk.says("Name in the trail").look();
            desk.page().reload();
            assertThat(desk.page().getByLabel("Whose account")).hasValue(AUDITOR);

            Download csv = desk.page().waitForDownload(() -> desk.follow("Export as CSV"));
            Assertions.assertThat(csv.suggestedFilename()).isEqualTo("trail.csv");
            Assertions.assertThat(read(csv)).contains("id,at,actor,actor_name").contains(AUDITOR, "verified");

            desk.fill("Case", "0000aaaa")
                    .press("Search")
                    .says("No event is like that")
                    .look();
            desk.press("Clear");
            assertThat(desk.page().locator(".trail-list")).isVisible();

            tablet.go("").signIn(AUDITOR, "sekisho-demo-2026").heading("MFA is off");
            tablet.go("audit/trail").heading("Trail").says("Intact").look();

            Account reader = auditorInJapanese();
            for (Screen screen : new Screen[] {japanese, japaneseDesk}) {
                screen.go("").heading("サインイン");
                screen.fill("ユーザー名", reader.commonId().value())
                        .fill("パスワード", TestAccounts.PASSWORD)
                        .press("サインイン")
                        .heading("多要素認証は無効です");
                screen.go("audit/trail").heading("証跡").says("改ざんなし").look();
            }
            japanese.press("新しい分を検証").says("新しい分の検証");
            assertThat(japanese.page().locator(".trail-verdict")).containsText("改ざんなし");
            japanese.look();
        }
    }

    private Account auditorInJapanese() {
        return accounts.create(account -> account.name("監査 花子")
                .affiliation(Affiliation.STAFF)
                .language(Language.JA)
                .roles(Role.AUDITOR));
    }

    private static String read(Download csv) {
        try {
            return new String(csv.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
