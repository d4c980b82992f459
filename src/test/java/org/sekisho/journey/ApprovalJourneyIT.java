package org.sekisho.journey;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Journey
class ApprovalJourneyIT {

    private static final String GUEST = "1000000004";
    private static final String APPROVER = "2000000001";

    @LocalServerPort
    int port;

    @Test
    void a_guest_is_refused_with_a_reason_applies_again_and_is_approved() {
        try (Screen guest = new Screen("approval-guest", port, Screen.Device.DESK, Locale.ENGLISH);
                Screen approver = new Screen("approval-approver", port, Screen.Device.DESK, Locale.ENGLISH)) {
            guest.go("").signIn(GUEST, Screen.PASSWORD).heading("MFA is off");
            apply(guest);
            guest.says("Your unit is looking at your application.");

            approver.go("").signIn(APPROVER, Screen.PASSWORD).heading("MFA is off");
            take(approver);
            approver.says("You are asked because the unit knows its staff and guests.")
                    .press("Save decision")
                    .says("Choose “Approve” or “Refuse”.");
            approver.choose("Refuse")
                    .press("Save decision")
                    .says("Give the applicant a reason for the refusal.")
                    .look();
            approver.fill("Reason", "Please show your guest card at the office first.")
                    .press("Save decision")
                    .heading("Tasks")
                    .says("Nothing to do");

            guest.follow("Requests")
                    .says("Reason given: Please show your guest card at the office first.")
                    .heading("Requests");
            guest.follow("Status").heading("MFA is off");
            apply(guest);

            approver.page().reload();
            take(approver);
            approver.says("You are asked because an earlier application was refused.")
                    .choose("Approve")
                    .press("Save decision")
                    .says("Nothing to do");

            guest.press("Sign out").heading("Sign in").signIn(GUEST, Screen.PASSWORD);
            guest.heading("More information required").press("Next").heading("Set up an authenticator app");
        }
    }

    private static void apply(Screen guest) {
        guest.follow("MFA Application Form").says("Enable MFA?");
        guest.choose("Yes").press("Save").heading("MFA is being set up");
    }

    private static void take(Screen approver) {
        approver.follow("Tasks").says("Daniel Okafor (1000000004)").heading("Tasks");
        approver.follow("Decide on application")
                .says("It is about Daniel Okafor.")
                .heading("Decide on application");
        approver.press("Take this task").says("You have taken this task.").look();
    }
}
