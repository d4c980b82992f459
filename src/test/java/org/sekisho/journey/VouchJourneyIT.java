package org.sekisho.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
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

@Tag("full")
@Journey
class VouchJourneyIT {

    private final String managersAddress = UUID.randomUUID() + "@example.ac.jp";
    private final String known = UUID.randomUUID() + "@example.ac.jp";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_manager_vouches_for_a_person_who_has_lost_their_phone_and_a_contact_person_is_named() {
        Account manager = accounts.create(
                account -> account.name("Ken Abe").address(managersAddress).language(Language.EN));
        Account person = accounts.create(account ->
                account.name("Aoi Mori").address(known).manager(manager.id()).language(Language.EN));
        try (Screen desk = new Screen("vouch", port, Device.DESK, Locale.ENGLISH);
                Screen phone = new Screen("vouch-phone", port, Device.PHONE, Locale.ENGLISH)) {
            Holder voucher = Holder.of(manager, desk, clock);
            voucher.turnsMfaOn();
            voucher.seesResult();
            voucher.signsOut();
            Holder holder = Holder.of(person, phone, clock);
            holder.turnsMfaOn();
            holder.seesResult();
            names(phone, manager);
            holder.signsOut();
            clock.putForward(Duration.ofDays(15));

            phone.go("").heading("Sign in");
            holder.signsIn();
            phone.heading("Verify that it is you").press("Use another method");
            phone.heading("Choose a method").press("I can use none of these");
            phone.heading("How to get help").press("I have lost them: get back in");
            phone.heading("Show who you are").press("Ask them").says("If there is somebody who can be asked");
            phone.look();

            desk.mailed(managersAddress, "Is it somebody you know?").go("tasks").heading("Sign in");
            voucher.signsIn();
            desk.heading("Verify that it is you");
            voucher.proves();
            desk.heading("Tasks").follow("Vouch for somebody").heading("Vouch for somebody");
            desk.press("日本語").heading("本人かどうかの確認").press("English").heading("Vouch for somebody");
            desk.press("Answer").refusesChoice("Is it Aoi Mori who wants to get back in?", "Please choose.");
            desk.choose("Yes, I have spoken with this person").press("Answer");
            desk.heading("Thank you").press("To my tasks").heading("Tasks");

            phone.mailed(known, "Somebody has vouched for you").go("recovery").heading("Show who you are");
            phone.press("Go on").says("People who have vouched for you: 1").heading("Show who you are");
            phone.press("Pass on to the helpdesk").heading("The helpdesk is checking");
            whileAppsAreDown(() -> agentReads(person));
            // other journeys find nothing to do
            phone.go("recovery").press("End the recovery").heading("You have ended the recovery");
        }
    }

    private void whileAppsAreDown(Runnable work) {
        try (Screen lead = new Screen("vouch-lead", port, Device.DESK, Locale.ENGLISH)) {
            signsIn(lead, Role.LEAD);
            lead.go("incident-mode").heading("Incident mode");
            lead.choose("Method: Authenticator app")
                    .fill("For how many hours?", "2")
                    .fill("Reason", "Clocks are wrong")
                    .press("Open incident mode");
            lead.says("In force");
            work.run();
            lead.press("End it now: Authenticator app").says("Nothing is down");
        }
    }

    /** Who was asked, what they have said, and that something is down, all on the page on which the case is decided. */
    private void agentReads(Account person) {
        try (Screen agent = new Screen("vouch-agent", port, Device.DESK, Locale.ENGLISH)) {
            signsIn(agent, Role.HELPDESK);
            agent.go("tasks").heading("Tasks");
            agent.page()
                    .locator(".task-list li")
                    .filter(new Locator.FilterOptions()
                            .setHasText(person.commonId().value()))
                    .getByRole(AriaRole.LINK)
                    .getByText("Decide on a recovery")
                    .click();
            agent.heading("Decide on a recovery").press("Take this task");
            agent.says("People who were asked").says("says that it is them").says("Incident mode");
            agent.look();
            agent.press("日本語").says("確認を頼んだ人").says("障害時の特例").look();
        }
    }

    private void signsIn(Screen screen, Role role) {
        Account staff = accounts.create(account -> account.name("Staff " + UUID.randomUUID())
                .affiliation(Affiliation.STAFF)
                .unit("its")
                .language(Language.EN)
                .roles(role));
        screen.go("").heading("Sign in");
        screen.signIn(staff.commonId().value(), TestAccounts.PASSWORD).heading("MFA is off");
    }

    private static void names(Screen phone, Account friend) {
        phone.go("contact-persons").heading("Contact persons");
        phone.fill("Common ID of the person", "123").press("Name this person").says("A common ID has ten digits.");
        phone.fill("Common ID of the person", friend.commonId().value()).press("Name this person");
        phone.says("Not yet").heading("Contact persons");
        phone.press("日本語").heading("確認を頼める人").press("English").heading("Contact persons");
    }
}
