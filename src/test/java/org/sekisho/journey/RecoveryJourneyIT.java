package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
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

/** People who have lost everything but their password, and those who let them in again or do not, each in a browser of their own. */
@Journey
class RecoveryJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    private final String contact = UUID.randomUUID() + "@example.net";
    private final String known = UUID.randomUUID() + "@example.ac.jp";
    private Account person;

    @BeforeEach
    void somebody() {
        person = accounts.create(
                account -> account.name("Aoi Mori").address(known).language(Language.EN));
    }

    @Test
    void a_lost_phone_a_photo_a_code_two_agents_and_a_lead() {
        try (Screen phone = new Screen("recovery", port, Device.PHONE, Locale.ENGLISH)) {
            Holder holder = hasMfa(phone);
            getsIn(holder, phone);
            phone.says("All addresses that we know of you have been told").heading("Show who you are");
            phone.press("Pass on to the helpdesk").says("Give at least one of these first");
            phone.press("日本語").heading("ご本人であることをお示しください");
            phone.press("English").heading("Show who you are");
            phone.hand("card.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                    .says("This is not a picture that can be taken");
            phone.hand("card.jpg", Pictures.jpeg(600, 400)).says("Photos that have arrived: 1");
            String earlier = phone.mailedCode(contact);
            phone.press("Send a code").says("a code is on its way");
            phone.fill("Verification code", phone.codeMailedAfter(earlier, contact))
                    .press("Check the code")
                    .says("The code was right");
            phone.press("Pass on to the helpdesk").heading("The helpdesk is checking");

            agentDecides("recovery-agent", true, "Photo and code fit the directory");
            agentConfirms("recovery-second");
            phone.go("recovery").heading("Approved: a wait for your safety");
            leadEndsTheWait();

            phone.go("recovery").heading("You can set up a new method").press("Go on");
            phone.heading("Your access pass").press("Show a pass").says("It works once");
            String pass = phone.page().locator(".access-pass-code").textContent();
            phone.look();
            phone.fill("Access pass", "AAAA-BBBB-CCCC").press("Use the pass").says("That is not the pass.");
            phone.fill("Access pass", pass).press("Use the pass");
            phone.heading("Which method would you like to add?")
                    .choose("Authenticator app")
                    .press("Add");
            AuthenticatorApp lost = holder.app();
            Holder renewed = Holder.of(person, phone, clock);
            renewed.scans();
            renewed.proves();
            phone.heading("You are back in").press("Go to my account").heading("Service directory");

            phone.press("Sign out").heading("Sign in");
            renewed.signsIn();
            phone.heading("Verify that it is you");
            clock.putForward(Duration.ofSeconds(30));
            phone.fill("Verification code", lost.code(clock.instant()))
                    .press("Verify")
                    .says("That code is wrong");
            renewed.proves();
            phone.heading("Service directory");
        }
    }

    @Test
    void whoever_knows_the_password_and_talks_an_agent_round_is_stopped_by_a_second_person_and_by_a_mail() {
        try (Screen own = new Screen("recovery-own", port, Device.DESK, Locale.ENGLISH);
                Screen stranger = new Screen("recovery-stranger", port, Device.DESK, Locale.ENGLISH)) {
            Holder holder = hasMfa(own);
            Holder attacker = holder.at(stranger);
            attacker.opens("");
            getsIn(attacker, stranger);
            stranger.heading("Show who you are");
            getsIn(holder, own);
            own.heading("This recovery was begun in another browser")
                    .press("Sign out")
                    .heading("Sign in");
            stranger.hand("card.jpg", Pictures.jpeg(500, 300));
            stranger.says("Photos that have arrived: 1")
                    .press("Pass on to the helpdesk")
                    .heading("The helpdesk is checking");

            agentDecides("recovery-deceived", true, "Sounded desperate");
            stranger.go("recovery").heading("The helpdesk is checking");
            Assertions.assertThat(stranger.page().content())
                    .doesNotContain(known)
                    .doesNotContain(contact);

            try (Screen anywhere = new Screen("recovery-not-me", port, Device.PHONE, Locale.ENGLISH)) {
                anywhere.go("").heading("Sign in");
                String link = anywhere.mailedLink(known, "Somebody wants to get back into your account");
                anywhere.go(link).heading("Was this not you?").press("This was not me");
                anywhere.heading("Changes are stopped");
            }
            stranger.go("").heading("Sign in");
            attacker.signsIn();
            noMethod(stranger);
            stranger.press("I have lost them: get back in").says("Somebody has said that a change to this account");

            holder.opens("");
            holder.signsIn();
            own.heading("Verify that it is you");
            holder.proves();
            own.heading("Service directory").go("methods").says("Changes are stopped");
            assertThat(own.page().getByText("Authenticator app").first()).isVisible();

            try (Screen lead = works("recovery-freeze", Role.LEAD, "Check a disputed change")) {
                lead.choose("Keep the change")
                        .fill("Reason", "Seen the person with their ID card")
                        .press("Decide")
                        .heading("Tasks");
            }
            own.go("methods").says("Rename");
        }
    }

    @Test
    void at_the_desk_the_clerk_opens_the_case_and_the_pass_appears_on_the_persons_own_device() {
        Account clerk = staff("Clerk", Role.APPROVER, person.unit());
        try (Screen device = new Screen("recovery-device", port, Device.PHONE, Locale.ENGLISH);
                Screen desk = new Screen("recovery-desk", port, Device.DESK, Locale.ENGLISH)) {
            Holder holder = hasMfa(device);
            Holder.of(clerk, desk, clock).opens("");
            Holder.of(clerk, desk, clock).signsIn();
            desk.heading("MFA is off").go("desk").heading("Desk");
            desk.press("Open the case").says("A common ID has ten digits.");
            desk.fill("Common ID of the person", clerk.commonId().value())
                    .tick("I have seen this person and their ID card, and they are who they say")
                    .press("Open the case")
                    .says("You cannot open a case for this account");
            desk.fill("Common ID of the person", person.commonId().value()).press("Open the case");
            desk.heading("The case is open");
            String code = desk.page().locator(".access-pass-code").textContent();

            getsIn(holder, device);
            device.heading("The helpdesk is checking")
                    .fill("Pick-up code", "AAAA-AAAA")
                    .press("Use this device")
                    .says("That is not the code");
            device.fill("Pick-up code", code).press("Use this device");
            assertThat(device.button("Use this device")).isHidden();
            agentDecides("recovery-desk-agent", false, "Seen by the clerk");
            device.go("recovery").heading("Approved: a wait for your safety");
            leadEndsTheWait();
            device.go("recovery").heading("You can set up a new method").press("Go on");
            device.heading("Your access pass").press("Show a pass").says("It works once");
            device.press("日本語").heading("一時アクセスパス").press("English").heading("Your access pass");
            device.press("End the recovery").heading("You have ended the recovery");
            device.press("Sign in again").heading("Sign in");
        }
    }

    @Test
    void who_is_still_signed_in_somewhere_reports_the_loss_there() {
        try (Screen screen = new Screen("recovery-session", port, Device.DESK, Locale.ENGLISH)) {
            Holder holder = Holder.of(person, screen, clock);
            holder.turnsMfaOn();
            holder.seesResult();
            screen.go("recovery").heading("Have you lost your methods?");
            screen.press("日本語").heading("認証方法を失いましたか").press("English");
            screen.heading("Have you lost your methods?").press("Begin");
            screen.heading("Show who you are").press("Go on");
            screen.hand("card.jpg", Pictures.jpeg(500, 300)).says("Photos that have arrived: 1");
            screen.press("Pass on to the helpdesk").heading("The helpdesk is checking");
            screen.press("End the recovery").heading("Have you lost your methods?");
        }
    }

    private Holder hasMfa(Screen screen) {
        Holder holder = Holder.of(person, screen, clock);
        holder.opens("");
        holder.beginsSetUp();
        holder.proves();
        holder.confirms(contact);
        holder.tries();
        holder.signsOut();
        clock.putForward(Duration.ofDays(15));
        return holder;
    }

    /** From the door to the recovery, with the password alone. */
    private static void getsIn(Holder holder, Screen screen) {
        screen.go("").heading("Sign in");
        holder.signsIn();
        noMethod(screen);
        screen.press("I have lost them: get back in");
    }

    private static void noMethod(Screen screen) {
        screen.heading("Verify that it is you").press("Use another method");
        screen.heading("Choose a method").press("I can use none of these");
        screen.heading("How to get help");
    }

    private Account staff(String name, Role role, String unit) {
        return accounts.create(account -> account.name(name + " " + UUID.randomUUID())
                .affiliation(Affiliation.STAFF)
                .unit(unit)
                .language(Language.EN)
                .roles(role));
    }

    private Screen works(String journey, Role role, String task) {
        Screen screen = new Screen(journey, port, Device.DESK, Locale.ENGLISH);
        Holder agent = Holder.of(staff("Staff", role, "its"), screen, clock);
        agent.opens("");
        agent.signsIn();
        screen.heading("MFA is off").go("tasks").heading("Tasks");
        screen.page()
                .locator(".task-list li")
                .filter(new Locator.FilterOptions().setHasText(person.commonId().value()))
                .getByRole(AriaRole.LINK)
                .getByText(task)
                .click();
        screen.heading(task).press("Take this task");
        return screen;
    }

    private void agentDecides(String journey, boolean photo, String reason) {
        try (Screen agent = works(journey, Role.HELPDESK, "Decide on a recovery")) {
            agent.says("What it is good for");
            if (photo) {
                agent.press("Show the photo");
                assertThat(agent.page().getByAltText("Photo of the ID card")).isVisible();
                agent.look();
                agent.page()
                        .getByText("It counts", new Page.GetByTextOptions().setExact(true))
                        .click();
                agent.says("Photo of the ID card");
            }
            agent.press("Decide").refusesChoice("What is to happen?", "Please choose.");
            agent.choose("Let the person set up a new method").press("Decide").says("Please give a reason.");
            agent.fill("Reason", reason).press("Decide").heading("Tasks");
        }
    }

    private void agentConfirms(String journey) {
        try (Screen agent = works(journey, Role.HELPDESK, "Confirm a recovery")) {
            agent.says("What others have decided")
                    .choose("Confirm")
                    .fill("Reason", "The same")
                    .press("Decide")
                    .heading("Tasks");
        }
    }

    private void leadEndsTheWait() {
        try (Screen lead = works("recovery-lead", Role.LEAD, "Watch over the wait")) {
            lead.choose("End the wait now")
                    .fill("Reason", "Met the person")
                    .press("Decide")
                    .heading("Tasks");
        }
    }
}
