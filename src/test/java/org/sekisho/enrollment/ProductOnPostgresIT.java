package org.sekisho.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.approval.Approvals;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportReport;
import org.sekisho.directory.Invitations;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.Browser;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.ProductNode;
import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.verification.Enforcement;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.context.WebApplicationContext;

/** The whole product on PostgreSQL, without a browser: what it asks of the database is asked here as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductOnPostgresIT {

    private EmbeddedPostgres postgres;
    private ConfigurableApplicationContext product;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        product = ProductNode.start(postgres, WaitingNode.POLICY);
    }

    @AfterAll
    void stop() throws IOException {
        product.close();
        RunningClock.takeOver();
        postgres.close();
    }

    @Test
    void every_way_leads_from_the_application_to_a_sign_in_with_a_code() {
        for (String element : WaitingNode.waitStates()) {
            Traveller person = WaitingNode.traveller(product, WaitingNode.applicant(product, element), element);
            CaseId caseId = person.applies();
            person.goesOnTo(element).goesOnToTheEnd();

            bean(ProcessPlay.class).hasPassed(caseId, "event_enrolled").nothingIsLeftOf(caseId);
            assertThat(bean(Enforcement.class).isOn(person.account())).isTrue();
            CaseId verification = person.opensSignIn().orElseThrow();
            person.failsToProve(verification);
            person.proves(verification);
            bean(ProcessPlay.class).hasEnded(verification).nothingIsLeftOf(verification);
            assertThat(actionsOf(verification)).as("from %s", element).isNotEmpty();
        }
    }

    @Test
    void a_refused_guest_applies_again_and_withdraws() {
        Traveller guest = Traveller.of(product, WaitingNode.applicant(product, "userTask_decideApplication"));
        CaseId refused = guest.applies();
        Account approver = bean(Accounts.class)
                .approversOf(bean(Accounts.class).get(guest.account()).unit())
                .get(0);
        try (SignedInAs ignored = SignedInAs.withRoles(approver.id(), Role.APPROVER)) {
            bean(Approvals.class)
                    .refused(bean(TaskInbox.class).ofCase(refused).get(0).id(), "Not of this unit.");
        }
        CaseId second = guest.applies();
        try (SignedInAs ignored = SignedInAs.again(guest.session())) {
            assertThat(bean(Enrollments.class).withdrawn()).isEqualTo(Enrollments.Answer.DONE);
            assertThat(bean(Enrollments.class).history())
                    .extracting(Enrollment::state)
                    .containsExactlyInAnyOrder(EnrollmentState.REFUSED, EnrollmentState.WITHDRAWN);
        }
        bean(ProcessPlay.class).nothingIsLeftOf(refused).nothingIsLeftOf(second);
    }

    @Test
    void a_browser_is_asked_for_a_code_and_a_wrong_password_is_told() {
        Account student = bean(TestAccounts.class).student();
        Browser browser = new Browser((WebApplicationContext) product);
        assertThat(browser.signsIn(student.commonId().value(), "wrong")).hasValue("/login?error");
        assertThat(browser.signsIn(student.commonId().value(), TestAccounts.PASSWORD))
                .hasValueSatisfying(target -> assertThat(target).doesNotContain("login"));

        Traveller.of(product, student.id()).applies();
        Traveller person = Traveller.of(product, student.id());
        person.resumes(openCase(student)).goesOnToTheEnd();
        assertThat(browser.signsIn(student.commonId().value(), TestAccounts.PASSWORD))
                .hasValueSatisfying(target -> assertThat(target).contains("tasks/"));
    }

    @Test
    void the_directory_is_imported_changed_and_ended() throws IOException {
        assertThat(imported("Sato", "student", "active").added()).isEqualTo(1);
        assertThat(imported("Sato", "student", "active").unchanged()).isEqualTo(1);
        assertThat(imported("Suzuki", "staff", "active").changed()).isEqualTo(1);
        Account account = bean(Accounts.class).find(new CommonId("5600000001")).orElseThrow();
        bean(Accounts.class).choose(account.id(), Language.JA);
        bean(Invitations.class).invite(account.id(), Role.ADMINISTRATOR);
        assertThat(bean(Accounts.class).findAll(Set.of(account.id())).get(account.id()))
                .satisfies(stored -> assertThat(stored.has(Role.ADMINISTRATOR)).isTrue())
                .satisfies(stored -> assertThat(stored.language()).isEqualTo(Language.JA));
        assertThat(imported("Suzuki", "staff", "ended").ended()).isEqualTo(1);
    }

    private ImportReport imported(String name, String affiliation, String state) throws IOException {
        String csv = """
                common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at
                5600000001,%s,sci,%s,ordinary,false,,,%s,en,%s@example.ac.jp,2026-04-01T09:00:00+09:00
                """.formatted(name, affiliation, state, name);
        return bean(DirectoryImport.class).run(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private CaseId openCase(Account account) {
        try (SignedInAs ignored = SignedInAs.holder(account.id())) {
            return bean(Enrollments.class).open().orElseThrow().caseId();
        }
    }

    private List<String> actionsOf(CaseId caseId) {
        return bean(AuditTrail.class).ofCase(caseId.value()).stream()
                .map(AuditEvent::action)
                .toList();
    }

    private <T> T bean(Class<T> type) {
        return product.getBean(type);
    }
}
