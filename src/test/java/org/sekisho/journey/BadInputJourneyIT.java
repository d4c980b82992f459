package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.journey.Screen.Device;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do wrong, or twice, or too late, and what the product says to it: each time what to do next. */
@Tag("full")
@Journey
class BadInputJourneyIT {

    private static final String ADMINISTRATOR = "5000000001";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    private Screen screen;
    private Account student;
    private Holder holder;

    @BeforeEach
    void a_student_at_the_door() {
        student = accounts.student();
        screen = new Screen("bad-input", port, Device.DESK, Locale.ENGLISH);
        holder = Holder.of(student, screen, clock);
        holder.opens("");
    }

    @AfterEach
    void leave() {
        screen.close();
    }

    @Test
    void at_the_door() {
        screen.signIn("12345", TestAccounts.PASSWORD)
                .refuses("Username", "12345", "This field takes the 10 digits of your common ID");
        screen.signIn(student.commonId().value(), "not the password")
                .refuses("Password", "", "The username or the password is not right.");
        assertThat(screen.field("Username")).hasValue(student.commonId().value());
        screen.fill("Password", TestAccounts.PASSWORD)
                .pressSlowly("Sign in", "Password")
                .heading("MFA is off");
    }

    @Test
    void an_application_without_an_answer_and_one_that_is_saved_twice() {
        holder.signsIn();
        screen.heading("MFA is off").follow("MFA Application Form").says("Enable MFA?");
        screen.press("Save").refusesChoice("Enable MFA?", "Answer “Yes” or “No”, then press “Save”.");

        screen.choose("Yes").button("Save").dblclick();
        screen.heading("MFA is being set up").go("requests").heading("Requests");
        assertThat(screen.page().getByText("to be set up")).hasCount(1);
        screen.go("apply").says("You have applied already.").heading("MFA Application Form");
    }

    @Test
    void an_app_that_is_scanned_goes_on_where_it_was_left_and_is_registered_once() {
        holder.beginsSetUp();
        screen.press("Verify").refuses("Verification code", "", "Please enter the code that the app shows.");
        String wrong = holder.app().wrongCode(clock.instant());
        screen.fill("Verification code", wrong)
                .press("Verify")
                .refuses("Verification code", wrong, "That is not the code that the app shows now.");

        screen.go("").says("You are not finished yet").press("Continue").heading("Register the app");
        try (Screen tab = screen.tab()) {
            tab.go(screen.route()).heading("Register the app");
            holder.proves();
            screen.heading("Contact e-mail address");
            tab.fill("Verification code", "123456").press("Verify").heading("This task is finished or not yours");
            tab.press("To your status page").heading("MFA is being set up");
        }
    }

    @Test
    void addresses_that_cannot_be_used() {
        holder.beginsSetUp();
        holder.proves();
        screen.heading("Contact e-mail address").press("Next");
        screen.refuses("Email address", "", "Enter your e-mail address.");
        refusesAddress("nobody", "This does not look like an e-mail address.");
        refusesAddress("one@example.net, two@example.net", "Enter one address only.");
        refusesAddress("me@mail.example.ac.jp", "This is an address of the organisation itself.");
        assertThat(screen.button("Use it anyway")).isVisible();

        screen.fill("Email address", "me@example.net");
        assertThat(screen.button("Use it anyway")).isHidden();
        screen.press("Next").heading("Confirm your e-mail address");
    }

    @Test
    void codes_that_are_wrong_replaced_too_late_or_used() {
        holder.beginsSetUp();
        holder.proves();
        String address = UUID.randomUUID() + "@example.net";
        screen.heading("Contact e-mail address").fill("Email address", address).press("Next");
        screen.heading("Confirm your e-mail address");
        String first = screen.mailedCode(address);
        screen.press("Verify").refuses("Verification code", "", "Enter the 6-digit code from the mail.");
        refusesCode(otherThan(first), "This code is not right.");

        clock.putForward(Duration.ofMinutes(1));
        sendsAgain();
        String second = screen.codeMailedAfter(first, address);
        refusesCode(first, "This code was replaced by a newer one.");
        clock.putForward(Duration.ofMinutes(11));
        refusesCode(second, "This code is no longer valid.");
        sendsAgain();
        screen.fill("Verification code", screen.codeMailedAfter(second, address))
                .press("Verify");

        screen.heading("Try it: sign in with your new method").press("Sign out and try it");
        holder.signsIn();
        screen.heading("Verify that it is you");
        clock.putForward(Duration.ofSeconds(30));
        String spent = holder.app().code(clock.instant());
        refusesCode(holder.app().wrongCode(clock.instant()), "That code is wrong.");
        screen.fill("Verification code", spent).press("Verify").heading("MFA is on");
        holder.signsOut();
        holder.signsIn();
        screen.heading("Verify that it is you");
        refusesCode(spent, "That code has been used: wait for the next one");
    }

    @Test
    void a_task_of_somebody_else() {
        holder.beginsSetUp();
        try (Screen other = new Screen("bad-input-other", port, Device.PHONE, Locale.ENGLISH)) {
            Holder stranger = Holder.of(accounts.student(), other, clock);
            stranger.opens("");
            stranger.signsIn();
            other.heading("MFA is off").go(screen.route()).heading("This task is finished or not yours");
            Assertions.assertThat(other.page().content()).doesNotContain(student.name());
            other.go("tasks/nothing-like-a-task").heading("This task is finished or not yours");
        }
    }

    @Test
    void a_file_of_accounts_that_is_no_such_file() {
        try (Screen desk = new Screen("bad-input-csv", port, Device.DESK, Locale.ENGLISH)) {
            desk.go("administration/import").signIn(ADMINISTRATOR, Screen.PASSWORD);
            desk.heading("Directory import").hand("accounts.csv", csv("common_id;name", "1;Nobody"));
            desk.says("There is no column “common_id;name”.").heading("What the import would do");
            assertThat(desk.button("Import")).isHidden();
            desk.press("Choose another file")
                    .heading("Directory import")
                    .hand(
                            "accounts.csv",
                            csv(
                                    "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,"
                                            + "password_changed_at",
                                    "12345,Nobody,sci,student,ordinary,false,,,active,en,,"));
            desk.says("Line 2, column common_id: That is not a common ID.").heading("What the import would do");
        }
    }

    private void refusesAddress(String typed, String words) {
        screen.fill("Email address", typed).press("Next").refuses("Email address", typed, words);
    }

    private void refusesCode(String typed, String words) {
        screen.fill("Verification code", typed).press("Verify").refuses("Verification code", typed, words);
    }

    /** The page counts the wait down by the browser's own clock, which nobody puts forward: hence the look at it anew. */
    private void sendsAgain() {
        screen.go(screen.route()).heading("Confirm your e-mail address").press("Send again");
        screen.says("You can have it sent again in");
    }

    /** Another code of six digits. */
    private static String otherThan(String code) {
        return code.substring(0, 5) + (char) ('0' + (code.charAt(5) - '0' + 1) % 10);
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", Arrays.asList(lines)).getBytes(StandardCharsets.UTF_8);
    }
}
