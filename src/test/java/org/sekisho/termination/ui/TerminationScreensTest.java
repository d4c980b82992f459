package org.sekisho.termination.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Freezes;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.termination.Terminations;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class TerminationScreensTest {

    private static final String WHY = "My work is where phones must stay outside.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Terminations terminations;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private Freezes freezes;

    @Autowired
    private Verification verification;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestApps apps;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private Account person;
    private FactorId app;
    private SignedInAs session;

    @BeforeEach
    void a_person_with_mfa_is_signed_in() {
        person = accounts.create(account -> account.address("one@example.ac.jp"));
        app = apps.enroll(person.id());
        transaction.executeWithoutResult(status -> enforcement.begin(person.id()));
        session = SignedInAs.holder(person.id());
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @Test
    void the_application_form_points_here_and_the_way_leads_past_a_proof() {
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("apply");
            assertThat(browser.text()).contains("MFA is on already", "Ask for MFA to be switched off");

            browser.visit("termination");
            assertThat(browser.heading()).isEqualTo("First confirm that it is you");
            browser.press("Next");
            assertThat(browser.heading()).isEqualTo("Verify that it is you");
            String task = browser.location().substring("tasks/".length());
            verification.prove(new TaskId(task), apps.nextCode(app));

            browser.visit("termination");
            assertThat(browser.heading()).isEqualTo("Ask for MFA to be switched off");
            browser.press("Send request");
            assertThat(browser.text()).contains("Please give a reason.");
            assertThat(terminations.open()).isEmpty();
            browser.fill("Reason", WHY);
            browser.press("Send request");
            assertThat(browser.text()).contains("with the helpdesk", "Your reason: " + WHY, "at the latest");

            browser.visit("requests");
            assertThat(browser.text()).contains("Request to switch MFA off", "with the helpdesk");
            browser.visit("termination");
            browser.press("Withdraw request");
            assertThat(browser.heading()).isEqualTo("Ask for MFA to be switched off");
            assertThat(terminations.open()).isEmpty();
        }
    }

    @Test
    void a_proof_that_has_grown_old_is_asked_for_again() {
        proves();
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("termination");
            browser.fill("Reason", WHY);
            clock.advance(Duration.ofHours(1));
            browser.press("Send request");
            assertThat(browser.heading()).isEqualTo("Verify that it is you");
            assertThat(terminations.open()).isEmpty();
        }
    }

    @Test
    void the_helpdesk_decides_with_a_reason_and_the_person_reads_why_it_refused() {
        CaseId caseId = requested();
        decides("Refuse", "There is a key for you at the desk.");
        play.hasEnded(caseId);
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("termination");
            assertThat(browser.text())
                    .contains("Your last request was refused. Reason given: There is a key for you at the desk.");
            browser.visit("requests");
            assertThat(browser.text()).contains("refused", "There is a key for you at the desk.");
        }
    }

    @Test
    void an_approved_request_counts_down_and_can_still_be_withdrawn() {
        CaseId caseId = requested();
        decides("Approve", "In order.");
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("termination");
            assertThat(browser.text()).contains("approved", "MFA goes off on").doesNotContain("In order.");
            browser.press("Withdraw request");
            play.hasEnded(caseId);
        }
    }

    @Test
    void the_second_person_reads_why_the_first_approved() {
        session.close();
        person = accounts.create(account -> account.affiliation(Affiliation.FACULTY));
        app = apps.enroll(person.id());
        transaction.executeWithoutResult(status -> enforcement.begin(person.id()));
        session = SignedInAs.holder(person.id());
        CaseId caseId = requested();
        decides("Approve", "Spoke with her.");
        AccountId lead = accounts.create(
                        staff -> staff.affiliation(Affiliation.STAFF).roles(Role.LEAD))
                .id();
        try (SignedInAs there = SignedInAs.withRoles(lead, Role.LEAD);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
            browser.press("Take this task");
            assertThat(browser.text()).contains("yours is the second decision", "Spoke with her.", WHY);
            browser.fill("Your decision", true);
            browser.fill("Reason for your decision", "So did I.");
            browser.press("Decide");
            assertThat(there.person().account()).isEqualTo(lead);
        }
        play.waitsAt(caseId, "event_waitOver");
    }

    @Test
    void who_has_no_mfa_or_stands_still_is_told_so() {
        transaction.executeWithoutResult(status ->
                freezes.freeze(person.id(), CaseId.next(), session.person().passwordAt()));
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("termination");
            assertThat(browser.heading()).isEqualTo("Changes are stopped");
            transaction.executeWithoutResult(status -> enforcement.end(person.id()));
            browser.visit("termination");
            assertThat(browser.heading()).isEqualTo("MFA is off");
            browser.press("Back to status");
            assertThat(browser.location()).isEmpty();
        }
    }

    @Test
    void the_page_speaks_japanese() {
        proves();
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("termination");
            assertThat(browser.heading()).isEqualTo("多要素認証の利用停止の申請");
            browser.fill("理由", "業務上、電話を持ち込めないため");
            browser.press("申請する");
            assertThat(browser.text()).contains("ヘルプデスクが審査中");
        }
    }

    private CaseId requested() {
        proves();
        terminations.requested(WHY);
        return terminations.open().orElseThrow().caseId();
    }

    private void decides(String decision, String reason) {
        AccountId agent = accounts.create(
                        staff -> staff.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        try (SignedInAs staff = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            CaseTask task = inbox.offered().stream()
                    .filter(offered -> offered.subject()
                            .filter(person.id().value()::equals)
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            browser.visit("tasks/" + task.id());
            browser.press("Take this task");
            assertThat(browser.heading()).isEqualTo("Decide on switching MFA off");
            assertThat(browser.text()).contains(person.name(), WHY);
            browser.press("Decide");
            assertThat(browser.text()).contains("Choose “Approve” or “Refuse”.");
            browser.fill("Your decision", decision.equals("Approve"));
            browser.press("Decide");
            assertThat(browser.text()).contains("Please give a reason.");
            browser.fill("Reason for your decision", reason);
            browser.press("Decide");
            assertThat(browser.location()).isEqualTo("tasks");
            assertThat(staff.person().account()).isEqualTo(agent);
        }
    }

    private void proves() {
        transaction.executeWithoutResult(
                status -> fresh.proved(person.id(), session.person().session()));
    }
}
