package org.sekisho.journey;

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
class MethodChangeJourneyIT {

    private static final String HELPDESK = "3000000001";

    private final String address = UUID.randomUUID() + "@example.ac.jp";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_person_manages_their_methods_and_disputes_a_change_from_another_browser() {
        Account account = accounts.create(person -> person.address(address).name("Kyoko Sato"));
        try (Screen desk = new Screen("methods", port, Device.DESK, Locale.ENGLISH)) {
            Holder first = Holder.of(account, desk, clock);
            first.turnsMfaOn();
            first.seesResult();

            desk.go("methods").says("You have one method").heading("Methods");
            desk.press("Remove: Authenticator app").heading("Your last method stays");
            desk.press("Back to the methods").heading("Methods");

            Holder tablet = Holder.of(account, desk, clock);
            desk.press("Add a method");
            adds(tablet, desk, "Tablet");
            desk.press("Make default: Tablet").heading("Make it the default?");
            desk.press("Make default").says("Tablet").heading("Methods");

            Holder phone = Holder.of(account, desk, clock);
            desk.press("Replace: Authenticator app");
            adds(phone, desk, "New phone");
            desk.press("Rename: Tablet").heading("Name the method");
            desk.fill("Name", "Big tablet").press("Save").says("Big tablet").heading("Methods");
            desk.press("Remove: New phone").says("you have one method only").heading("Remove this method?");
            desk.press("Remove").says("You have one method").heading("Methods");

            disputes();
            signsInFrozen(account, tablet);
            decides();
            desk.go("methods").heading("Sign in").signIn(account.commonId().value(), TestAccounts.PASSWORD);
            tablet.proves();
            desk.says("Add a method").says("Big tablet").heading("Methods");
        }
    }

    private static void adds(Holder app, Screen desk, String name) {
        desk.heading("Which method would you like to add?");
        desk.choose("Authenticator app").says("shows a new six-digit code").press("Add");
        app.scans();
        app.proves();
        desk.heading("Name the method").fill("Name", name).press("Save");
        desk.says(name).heading("Methods");
    }

    /** Reads the notice at another device, where nobody is signed in. */
    private void disputes() {
        try (Screen phone = new Screen("not-me", port, Device.PHONE, Locale.JAPANESE)) {
            String link = phone.go("login").mailedLink(address, "A method of your account was replaced");
            phone.go(link).says("心当たりがない").heading("お心当たりはありませんか？");
            phone.press("English").says("This was not me").heading("Was this not you?");
            phone.press("This was not me").says("Change your password now").heading("Changes are stopped");
            phone.go(link).says("The helpdesk: telephone").heading("Changes are stopped");
            phone.go("not-me/cut-in-two").heading("This link does not work");
        }
    }

    /** The freeze stops changes, and not the sign-in. */
    private void signsInFrozen(Account account, Holder tablet) {
        try (Screen phone = new Screen("frozen", port, Device.PHONE, Locale.ENGLISH)) {
            Holder there = tablet.at(phone);
            phone.go("methods").signIn(account.commonId().value(), TestAccounts.PASSWORD);
            there.proves();
            phone.says("Changes are stopped").heading("Methods");
            phone.press("All is well: end it")
                    .says("has not been in use for long enough")
                    .look();
        }
    }

    private void decides() {
        try (Screen helpdesk = new Screen("dispute", port, Device.DESK, Locale.ENGLISH)) {
            helpdesk.go("tasks").signIn(HELPDESK, Screen.PASSWORD).heading("Tasks");
            helpdesk.follow("Check a disputed change").heading("Check a disputed change");
            helpdesk.press("Take this task").says("Kyoko Sato").look();
            helpdesk.choose("Keep the change")
                    .press("Decide")
                    .says("Please give a reason.")
                    .look();
            helpdesk.fill("Reason", "Spoke with her at the number on file: it was her.")
                    .press("Decide")
                    .says("Nothing to do")
                    .heading("Tasks");
        }
    }
}
