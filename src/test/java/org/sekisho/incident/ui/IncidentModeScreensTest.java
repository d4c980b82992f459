package org.sekisho.incident.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.incident.Target;
import org.sekisho.incident.TestIncidents;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class IncidentModeScreensTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestIncidents incidents;

    private AccountId lead;

    @BeforeEach
    void a_lead() {
        lead = staff(Role.LEAD);
        incidents.endAll(lead);
    }

    @AfterEach
    void nothing_is_down_any_more() {
        incidents.endAll(lead);
    }

    @Test
    void a_lead_says_what_is_down_why_and_for_how_long_and_ends_it() {
        try (SignedInAs at = SignedInAs.withRoles(lead, Role.LEAD);
                Browserless browser = Browserless.open(context)) {
            assertThat(at.person().account()).isEqualTo(lead);
            browser.visit("incident-mode");
            assertThat(browser.text()).contains("Nothing is down");
            browser.press("Open incident mode");
            assertThat(browser.text()).contains("Please choose what is down.");
            chooses(browser);
            browser.press("Open incident mode");
            assertThat(browser.text()).contains("Enter a whole number between 1 and 24.");
            browser.fill("For how many hours?", 25);
            browser.press("Open incident mode");
            browser.fill("For how many hours?", 3);
            browser.press("Open incident mode");
            assertThat(browser.text()).contains("Please give a reason.");
            browser.fill("Reason", "The carrier has announced it");
            browser.press("Open incident mode");
            assertThat(browser.text())
                    .contains("In force", "The carrier has announced it", "Cases decided under it 0")
                    .doesNotContain("Nothing is down");

            chooses(browser);
            browser.fill("For how many hours?", 3);
            browser.fill("Reason", "Once more");
            browser.press("Open incident mode");
            assertThat(browser.text()).contains("An incident mode for this is in force already.");

            browser.press("End it now");
            assertThat(browser.text()).contains("Nothing is down", "Earlier", "Ended by");
        }
    }

    @Test
    void an_agent_sees_it_and_changes_nothing() {
        incidents.carrierIsDown(lead, "mail", Duration.ofHours(1));
        AccountId agent = staff(Role.HELPDESK);
        try (SignedInAs at = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context, Language.JA)) {
            assertThat(at.person().account()).isEqualTo(agent);
            browser.visit("incident-mode");
            assertThat(browser.heading()).isEqualTo("障害時の特例");
            assertThat(browser.text()).contains("メール", "適用中", "Announced on the status page");
            assertThat(browser.offers("今すぐ終了する")).isFalse();
            assertThat(browser.offers("特例を開始する")).isFalse();
        }
    }

    private static void chooses(Browserless browser) {
        RadioButtonGroup<Target> target = browser.field("What is down?");
        target.setValue(new Target(Target.Scope.CARRIER, "mail"));
    }

    private AccountId staff(Role role) {
        return accounts.create(staffed -> staffed.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }
}
