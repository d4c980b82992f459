package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("full")
@Journey
class QueueJourneyIT {

    private static final String AGENT = "3000000001";
    private static final String LEAD = "3000000003";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void two_agents_and_a_lead_share_the_work_and_see_each_others_without_looking_again() {
        String address = "queue-" + System.nanoTime() + "@example.ac.jp";
        Account account =
                accounts.create(person -> person.name("Disputed Person").address(address));
        Account second = accounts.create(agent ->
                agent.name("Second Agent").affiliation(Affiliation.STAFF).roles(Role.HELPDESK));
        try (Screen person = new Screen("queue-person", port, Screen.Device.DESK, Locale.ENGLISH);
                Screen agent = new Screen("queue-agent", port, Screen.Device.DESK, Locale.ENGLISH);
                Screen other = new Screen("queue-other", port, Screen.Device.DESK, Locale.ENGLISH);
                Screen lead = new Screen("queue-lead", port, Screen.Device.DESK, Locale.ENGLISH)) {
            agent.go("").signIn(AGENT, Screen.PASSWORD).heading("MFA is off");
            agent.go("helpdesk").heading("Queue");
            agent.says("Nothing waits here");
            other.go("")
                    .signIn(second.commonId().value(), TestAccounts.PASSWORD)
                    .heading("MFA is off");
            other.go("helpdesk").heading("Queue");
            lead.go("").signIn(LEAD, Screen.PASSWORD).heading("MFA is off");
            lead.go("helpdesk").heading("Queue");

            Holder.of(account, person, clock).turnsMfaOn();
            String link = person.go("login").mailedLink(address, "A method was added to your account");
            person.go(link)
                    .heading("Was this not you?")
                    .press("This was not me")
                    .heading("Changes are stopped");

            // nobody has pressed anything in these three
            other.says("Disputed Person");
            agent.says("Disputed Person");
            lead.says("Disputed Person").look();
            agent.look();

            agent.page().keyboard().press("j");
            assertThat(caseOf(agent)).isFocused();
            agent.page().keyboard().press("c");
            agent.says("The task is yours.");
            lead.says("Takashi Mori");
            other.says("Takashi Mori");
            assertThat(other.button("Claim case " + caseOf(other).innerText())).isHidden();
            agent.page().keyboard().press("r");
            agent.says("The task is back in the queue.");

            agent.page().keyboard().press("?");
            agent.says("k: previous case").look();

            lead.page().locator("td.queue-select vaadin-checkbox").click();
            lead.says("Selected: 1").look();
            lead.page()
                    .locator("vaadin-select")
                    .filter(new Locator.FilterOptions().setHasText("Assign to"))
                    .click();
            lead.page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions()
                                    .setName(
                                            "Second Agent (" + second.commonId().value() + ")"))
                    .click();
            lead.press("Assign").says(": Done.").look();
            other.says("You");
            agent.says("Second Agent");
            caseOf(other).click();
            other.heading("Check a disputed change")
                    .choose("Keep the change")
                    .fill("Reason", "It was the person.")
                    .press("Decide")
                    .heading("Tasks");
            agent.says("Nothing waits here");
        }
    }

    private static Locator caseOf(Screen screen) {
        return screen.page().locator("td.queue-case").getByRole(AriaRole.LINK);
    }
}
