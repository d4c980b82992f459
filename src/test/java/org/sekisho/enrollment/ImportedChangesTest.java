package org.sekisho.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountState;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportReport;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.engine.WaitStates;
import org.sekisho.factor.Factor;
import org.sekisho.factor.Factors;
import org.sekisho.security.Browser;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.context.WebApplicationContext;

/** What an import of the directory does to cases, methods and sessions. */
@SekishoTest
class ImportedChangesTest {

    @Autowired
    private BeanFactory product;

    @Autowired
    private WebApplicationContext web;

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Factors factors;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private JdbcEnrollments enrollments;

    @Autowired
    private ProcessPlay play;

    /** Where the case of a student in good standing waits on its way. */
    static List<String> places() {
        Set<String> others = Set.of(
                "userTask_decideApplication",
                "userTask_decideOverdueApplication",
                "userTask_confirmPresence",
                "userTask_helpWithTrial");
        return WaitStates.of(Enrollments.PROCESS).stream()
                .filter(element -> !others.contains(element))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void an_account_that_an_import_ends_loses_its_case_its_methods_and_its_sessions(String place) throws Exception {
        Account student = testAccounts.student();
        Browser browser = new Browser(web);
        browser.signsIn(student.commonId().value(), TestAccounts.PASSWORD);
        Traveller traveller = Traveller.withDetours(product, student.id(), Set.of(place));
        traveller.applies();
        traveller.goesOnTo(place);
        assertThat(browser.opens("/tasks")).as("signed in").isEmpty();

        assertThat(reimported(student, Affiliation.STUDENT, AccountState.ENDED).ended())
                .isEqualTo(1);

        play.hasEnded(traveller.caseId()).nothingIsLeftOf(traveller.caseId());
        assertThat(enrollments.open(student.id())).isEmpty();
        assertThat(factors.active(student.id())).isEmpty();
        assertThat(enforcement.isOn(student.id())).isFalse();
        if (!place.equals("userTask_seeResult")) {
            assertThat(outgoing.of(traveller.caseId()))
                    .as("messages of what is undone")
                    .isEmpty();
        }
        assertThat(browser.opens("/tasks"))
                .hasValueSatisfying(where -> assertThat(where).contains("/login"));
        assertThat(browser.signsIn(student.commonId().value(), TestAccounts.PASSWORD))
                .contains("/login?error");
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_changed_affiliation_keeps_the_case_the_methods_and_the_sessions(String place) throws Exception {
        Account student = testAccounts.student();
        Browser browser = new Browser(web);
        browser.signsIn(student.commonId().value(), TestAccounts.PASSWORD);
        Traveller traveller = Traveller.withDetours(product, student.id(), Set.of(place));
        traveller.applies();
        traveller.goesOnTo(place);
        List<Factor> before = factors.active(student.id());

        assertThat(reimported(student, Affiliation.FACULTY, AccountState.ACTIVE).changed())
                .isEqualTo(1);

        assertThat(accounts.get(student.id()).affiliation()).isEqualTo(Affiliation.FACULTY);
        play.waitsAt(traveller.caseId(), place);
        assertThat(factors.active(student.id())).isEqualTo(before);
        assertThat(browser.opens("/tasks")).as("signed in").isEmpty();
        traveller.goesOnToTheEnd();
        assertThat(enforcement.isOn(student.id())).isTrue();
    }

    @Test
    void an_account_with_mfa_on_that_ends_loses_its_methods_although_no_case_is_open() throws Exception {
        Account student = testAccounts.student();
        Traveller traveller = Traveller.of(product, student.id());
        traveller.applies();
        traveller.goesOnToTheEnd();

        reimported(student, Affiliation.STUDENT, AccountState.ENDED);

        assertThat(factors.active(student.id())).isEmpty();
        assertThat(enforcement.isOn(student.id())).isFalse();
    }

    private ImportReport reimported(Account account, Affiliation affiliation, AccountState state) throws Exception {
        String csv =
                "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at\n"
                        + String.join(
                                ",",
                                account.commonId().value(),
                                account.name(),
                                account.unit(),
                                affiliation.name().toLowerCase(Locale.ROOT),
                                "ordinary,false,,",
                                state.name().toLowerCase(Locale.ROOT),
                                "en,,\n");
        ImportReport report = directory.run(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(report.problems()).isEmpty();
        return report;
    }
}
