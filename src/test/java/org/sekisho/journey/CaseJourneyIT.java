package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
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

/** Two agents and a lead have the file of one case open at once. */
@Tag("full")
@Journey
class CaseJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    private final String contact = UUID.randomUUID() + "@example.net";

    @Test
    void staff_read_a_case_write_notes_and_know_of_each_other() {
        Account person = accounts.create(account -> account.name("Rin Kato").language(Language.EN));
        try (Screen phone = new Screen("case-person", port, Device.PHONE, Locale.ENGLISH);
                Screen agent = new Screen("case-agent", port, Device.DESK, Locale.ENGLISH);
                Screen second = new Screen("case-second", port, Device.TABLET, Locale.JAPAN);
                Screen lead = new Screen("case-lead", port, Device.TABLET_AT_NIGHT, Locale.ENGLISH)) {
            losesEverything(person, phone);
            signsIn(agent, "Agent One", Role.HELPDESK);
            agent.go("helpdesk").heading("Queue").says("Rin Kato");

            agent.page().keyboard().press("j");
            agent.page().keyboard().press("o");
            agent.page().waitForURL("**/cases/**");
            String route = agent.route();
            String number = route.substring("cases/".length(), "cases/".length() + 8);
            agent.heading("Case " + number).says("Decide on recovery").look();
            tab(agent, "Timeline").says("A photo was received").look();
            tab(agent, "Diagram").says("Step by step");
            assertThat(agent.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            assertThat(agent.page().locator("sekisho-process-diagram .mark.here"))
                    .hasText("● here");
            agent.look();
            tab(agent, "Evidence").says("What it is good for");
            assertThat(agent.button("Show the photo")).isHidden();

            signsIn(lead, "The Lead", Role.LEAD);
            lead.go(route).heading("Case " + number).says("Agent One has this case open as well");
            agent.says("The Lead has this case open as well").look();
            tab(lead, "Notes").says("Nobody has written a note yet");
            tab(agent, "Notes").says("Nobody has written a note yet");
            agent.fill("New note", "Called back on the number of the unit.")
                    .press("Add note")
                    .says("Agent One");
            lead.says("Called back on the number of the unit.");
            lead.fill("New note", "Good. Go on.").press("Add note");
            agent.says("Good. Go on.").look();
            tab(lead, "Diagram");
            assertThat(lead.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            lead.look();
            lead.go("helpdesk").heading("Queue").look();
            lead.page().getByText("Save this view").click();
            lead.fill("Search", "Rin Kato").says("Tasks shown: 1");
            lead.fill("Name of the view", "Rin")
                    .press("Save view")
                    .says("Rin (1)")
                    .look();
            Assertions.assertThat(lead.route()).startsWith("helpdesk?saved=");
            lead.go(lead.route()).heading("Queue").says("Rin (1)");
            assertThat(lead.field("Search")).hasValue("Rin Kato");
            lead.page().getByText("Save this view").click();
            lead.press("Remove chosen view").says("The view has been removed.");
            lead.go("figures").heading("Figures").says("Recovery").look();
            assertThat(agent.page().getByText("The Lead has this case open as well"))
                    .isHidden();

            tab(agent, "Overview").follow("Open task: Decide on a recovery");
            agent.heading("Decide on a recovery").press("Take this task").says("What it is good for");
            agent.press("Show the photo");
            Locator photo = agent.page().getByAltText("Photo of the ID card");
            assertThat(photo).isVisible();
            agent.press("Turn");
            agent.follow("Case file").heading("Case " + number);
            tab(agent, "Evidence").press("Show the photo");
            assertThat(photo).isVisible();
            agent.page()
                    .getByText("It counts", new Page.GetByTextOptions().setExact(true))
                    .click();
            tab(agent, "Overview").follow("Open task: Decide on a recovery");
            agent.heading("Decide on a recovery")
                    .choose("Let the person set up a new method")
                    .fill("Reason", "Photo and code fit the directory")
                    .press("Decide")
                    .heading("Tasks");
            // whoever has decided has no part in what follows
            agent.go(route).heading("No such case");

            japanese(second);
            second.go("figures").heading("統計").look();
            second.go(route).heading("案件 " + number).look();
            tab(second, "判定").says("復旧の段階").look();
            tab(second, "経過").says("復旧の判断").look();
            tab(second, "プロセス図").says("処理の順序");
            assertThat(second.page().locator("sekisho-process-diagram[drawn]")).isVisible();
            second.look();

            lead.go(route).heading("Case " + number);
            lead.follow("Open task: Confirm a recovery")
                    .heading("Confirm a recovery")
                    .press("Take this task");
            lead.choose("Refuse")
                    .fill("Reason", "The unit does not know the number that called.")
                    .press("Decide")
                    .heading("Tasks");
            second.says("終了");
        }
    }

    private static Screen tab(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return screen;
    }

    private void japanese(Screen screen) {
        Account account = staff("二人目", Role.HELPDESK, Language.JA);
        screen.go("").heading("サインイン");
        screen.fill("ユーザー名", account.commonId().value())
                .fill("パスワード", TestAccounts.PASSWORD)
                .press("サインイン")
                .heading("多要素認証は無効です");
        screen.go("helpdesk").heading("対応待ち一覧").look();
    }

    private void signsIn(Screen screen, String name, Role role) {
        screen.go("")
                .signIn(staff(name, role, Language.EN).commonId().value(), TestAccounts.PASSWORD)
                .heading("MFA is off");
    }

    private Account staff(String name, Role role, Language language) {
        return accounts.create(account -> account.name(name)
                .affiliation(Affiliation.STAFF)
                .language(language)
                .roles(role));
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
