package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class ServiceJourneyIT {

    private static final String FACULTY = "1000000003";

    @LocalServerPort
    int port;

    @Autowired
    RunningClock clock;

    @Autowired
    TestAccounts accounts;

    @Test
    void a_member_of_the_faculty_is_led_into_set_up_and_back_to_the_service() {
        try (Screen screen = new Screen("service-faculty", port, Screen.Device.DESK, Locale.ENGLISH)) {
            Holder faculty = Holder.of(FACULTY, screen, clock);
            faculty.opens("");
            faculty.signsIn();
            screen.heading("MFA is off").follow("Service directory").heading("Service directory");
            screen.follow("UTokyo VPN").says("This service requires MFA.").heading("UTokyo VPN");
            screen.press("Set up MFA").says("Enable MFA?").heading("MFA Application Form");
            screen.choose("Yes").press("Save").heading("MFA is being set up");

            screen.press("Set up now").heading("More information required").press("Next");
            faculty.scans();
            faculty.proves();
            faculty.confirms("maria@example.net");
            faculty.tries();

            screen.press("See what was set up").heading("MFA is on: here is what you set up");
            screen.press("Done").says("You may use this service.").heading("UTokyo VPN");
            assertThat(screen.page()).hasURL(Pattern.compile(".*/services/utokyo-vpn$"));
        }
    }

    @Test
    void a_student_sees_a_recommendation_and_goes_on() {
        try (Screen screen = new Screen("service-student", port, Screen.Device.PHONE, Locale.ENGLISH)) {
            Holder student = Holder.of(accounts.student(), screen, clock);
            student.opens("services/utokyo-vpn");
            student.signsIn();
            screen.says("You may use this service. We recommend MFA")
                    .says("The service opens from its own application.")
                    .heading("UTokyo VPN");
            screen.press("Back to the service directory").heading("Service directory");
        }
    }
}
