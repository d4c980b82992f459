package org.sekisho.enrollment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class PutOffNoMoreTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Enrollments enrollments;

    @Autowired
    TestAccounts accounts;

    @Test
    void other_screens_open_while_set_up_can_be_put_off_and_lead_to_it_when_it_cannot() {
        AccountId student = accounts.student().id();
        try (SignedInAs person = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            enrollments.applied(Optional.empty());
            enrollments.setUpNow();
            browser.visit("services");
            assertThat(browser.heading()).isEqualTo("Service directory");
            while (enrollments.notNowBudget().isPresent()) {
                enrollments.notNow(enrollments.currentTask().orElseThrow().id());
                enrollments.setUpNow();
            }
            browser.visit("services");
            assertThat(browser.heading()).isEqualTo("More information required");
            browser.visit("requests");
            assertThat(browser.heading()).as("it can still be withdrawn").isEqualTo("Requests");
        }
    }
}
