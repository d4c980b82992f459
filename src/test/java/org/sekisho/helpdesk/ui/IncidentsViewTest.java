package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SekishoTest
class IncidentsViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestAccounts accounts;

    @Test
    void a_step_that_failed_too_often_is_seen_and_a_lead_has_it_tried_again() {
        AccountId student = accounts.student().id();
        Traveller person = Traveller.of(context, student);
        CaseId caseId = person.applies();
        person.goesOnTo("serviceTask_activateMfa");
        rename("verification_enforcement", "out_of_reach");
        try {
            play.runJobsUntilIncident(caseId);
        } finally {
            rename("out_of_reach", "verification_enforcement");
        }

        try (SignedInAs agent = SignedInAs.withRoles(staff(Role.HELPDESK), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("incidents");
            assertThat(browser.text()).contains(caseId.toString(), "serviceTask_activateMfa");
            assertThat(browser.offers("Try again"))
                    .as("for %s", agent.person().account())
                    .isFalse();
        }
        try (SignedInAs lead = SignedInAs.withRoles(staff(Role.LEAD), Role.LEAD);
                Browserless browser = Browserless.open(context)) {
            browser.visit("incidents");
            browser.press("Try again");
            assertThat(browser.text()).doesNotContain(caseId.toString());
            assertThat(lead.person().signedIn()).isTrue();
        }
        play.runJobs(caseId).waitsAt(caseId, "userTask_seeResult");
        assertThat(enforcement.isOn(student)).isTrue();
    }

    private AccountId staff(Role role) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    private void rename(String table, String to) {
        jdbc.sql("alter table " + table + " rename to " + to).update();
    }
}
