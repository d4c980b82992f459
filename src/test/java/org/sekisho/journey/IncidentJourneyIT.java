package org.sekisho.journey;

import java.util.Locale;
import java.util.UUID;
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

@Journey
class IncidentJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_lead_says_that_text_messages_are_down_the_helpdesk_sees_it_and_the_lead_ends_it() {
        String address = UUID.randomUUID() + "@example.ac.jp";
        try (Screen lead = new Screen("incident", port, Device.DESK, Locale.ENGLISH);
                Screen agent = new Screen("incident-agent", port, Device.DESK, Locale.JAPANESE)) {
            signsIn(staff("Lead", Role.LEAD, Language.EN, address), lead, "Sign in", "MFA is off");
            lead.follow("Incident mode").heading("Incident mode");
            lead.press("Open incident mode").refusesChoice("What is down?", "Please choose what is down.");
            lead.choose("Text messages, and all methods and addresses that depend on it")
                    .fill("For how many hours?", "3")
                    .fill("Reason", "The telephone company has announced an outage.")
                    .press("Open incident mode");
            lead.says("In force").look().mailed(address, "Incident mode is in force");

            Account helpdesk = staff("Agent", Role.HELPDESK, Language.JA, UUID.randomUUID() + "@example.ac.jp");
            agent.go("").heading("サインイン");
            agent.fill("ユーザー名", helpdesk.commonId().value())
                    .fill("パスワード", TestAccounts.PASSWORD)
                    .press("サインイン")
                    .heading("多要素認証は無効です");
            agent.follow("障害時の特例").says("適用中").heading("障害時の特例");

            lead.press("End it now: Text messages")
                    .says("Nothing is down")
                    .says("Earlier")
                    .look();
        }
    }

    private static void signsIn(Account account, Screen screen, String door, String home) {
        screen.go("").heading(door);
        screen.signIn(account.commonId().value(), TestAccounts.PASSWORD).heading(home);
    }

    private Account staff(String name, Role role, Language language, String address) {
        return accounts.create(account -> account.name(name + " " + UUID.randomUUID())
                .affiliation(Affiliation.STAFF)
                .unit("its")
                .language(language)
                .address(address)
                .roles(role));
    }
}
