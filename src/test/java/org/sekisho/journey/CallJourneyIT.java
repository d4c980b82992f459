package org.sekisho.journey;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sekisho.journey.Screen.Device;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Calls that are answered on the keypad of the telephone: what the page shows is keyed, and the page goes on by itself. */
@Journey
@Tag("full")
@TestPropertySource(
        properties = {
            "sekisho.factor.messagecode.call=keyed",
            "spring.datasource.url=jdbc:h2:mem:calls;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0"
        })
class CallJourneyIT {

    private static final String NATIONAL = "090-5551-6789";
    private static final String WRONG =
            "That is not the number on your screen. Please show the keypad and key the number again.";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_phone_is_added_and_signs_in_by_keys_pressed_during_a_call() {
        try (Screen desk = new Screen("call", port, Device.DESK, Locale.ENGLISH);
                Screen telephone = new Screen("call-telephone", port, Device.PHONE, Locale.ENGLISH)) {
            telephone.go("demo/inbox").fill("Only to this address or number", "9055516789");
            Holder holder = Holder.of(accounts.student(), desk, clock);
            holder.turnsMfaOn();

            beginsWithAPhone(desk);
            desk.fill("Phone number", "+33 1 23 45 67 89")
                    .press("Next")
                    .says("Nothing is sent to numbers of that country.")
                    .look();
            callTo(NATIONAL, desk);
            key(otherThan(shown(desk)), telephone);
            telephone.says(WRONG);
            desk.says("The call to +81 •• •••• 6789 was taken.").look();
            key(shown(desk), telephone);
            desk.heading("Name the method").press("Leave it as it is").heading("Methods");

            holder.signsOut();
            holder.signsIn();
            desk.heading("Verify that it is you").press("Use another method");
            desk.heading("Choose a method").press("Phone");
            desk.says("Key these two digits on your phone").heading("Verify that it is you");
            key(shown(desk), telephone);
            desk.heading("MFA is on: here is what you set up");
        }
        try (Screen other = new Screen("call-bound", port, Device.DESK, Locale.ENGLISH)) {
            Holder.of(accounts.student(), other, clock).turnsMfaOn();
            beginsWithAPhone(other);
            other.fill("Phone number", NATIONAL).choose("Call me").press("Next");
            other.says("This number is in use as a method already.").look();
        }
    }

    private static void beginsWithAPhone(Screen desk) {
        desk.go("methods").says("Add a method").press("Add a method");
        desk.choose("Phone").press("Add").heading("Set up a phone");
    }

    private static void callTo(String number, Screen desk) {
        desk.fill("Phone number", number).choose("Call me").press("Next").heading("Answer your phone");
        desk.says("Key these two digits on your phone");
    }

    /** The two digits that the page asks for. */
    private static String shown(Screen desk) {
        return desk.items(".keys-to-press").get(0);
    }

    private static void key(String digits, Screen telephone) {
        telephone.says("The call is waiting for keys.").look();
        digits.chars().forEach(key -> telephone.press("Key " + (char) key));
    }

    private static String otherThan(String digits) {
        return digits.charAt(0) + (digits.endsWith("7") ? "8" : "7");
    }
}
