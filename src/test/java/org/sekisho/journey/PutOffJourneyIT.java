package org.sekisho.journey;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.RunningClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class PutOffJourneyIT {

    private static final String STUDENT = "1000000002";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Test
    void a_student_puts_set_up_off_goes_on_at_another_device_and_withdraws() {
        try (Screen desk = new Screen("put-off-desk", port, Screen.Device.DESK, Locale.ENGLISH);
                Screen phone = new Screen("put-off-phone", port, Screen.Device.PHONE, Locale.ENGLISH)) {
            Holder atDesk = Holder.of(STUDENT, desk, clock);
            atDesk.opens("");
            atDesk.signsIn();
            desk.heading("多要素認証は無効です").press("English").heading("MFA is off");
            atDesk.applies();
            atDesk.signsOut();

            atDesk.signsIn();
            desk.heading("More information required")
                    .says("“Not now” can be chosen 3 times more")
                    .press("Not now")
                    .says("At your next sign-in you will be led into set-up; you can also begin now.")
                    .heading("MFA is being set up");
            atDesk.signsOut();

            atDesk.signsIn();
            desk.heading("More information required")
                    .says("“Not now” can be chosen 2 times more")
                    .press("Next");
            atDesk.scans();

            Holder atPhone = atDesk.at(phone);
            atPhone.opens("");
            atPhone.signsIn();
            phone.heading("Register the app");
            atPhone.proves();
            phone.heading("Contact e-mail address");

            desk.fill("Verification code", "123456").press("Verify").heading("This task is finished or not yours");
            desk.press("To your status page").heading("MFA is being set up");
            desk.follow("Requests").says("to be set up").heading("Requests");
            withdraw(desk);
            desk.heading("Verify that it is you");
            atDesk.proves();
            desk.heading("Requests");
            withdraw(desk);
            desk.says("withdrawn").look();

            desk.follow("Status").says("No method yet.").heading("MFA is off");
            phone.fill("Email address", "too.late@example.net")
                    .press("Next")
                    .heading("This task is finished or not yours");
            atDesk.applies();
        }
    }

    private static void withdraw(Screen screen) {
        screen.press("Withdraw").heading("Withdraw the application?").press("Withdraw application");
    }
}
