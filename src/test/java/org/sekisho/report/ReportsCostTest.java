package org.sekisho.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.archive.RecordedNow;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.JdbcRecorder;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.RecordedStatements;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How often the database is asked does not depend on how much there is to count, nor on how many members of the staff have done it. */
@SekishoTest
@Import(RecordedStatements.class)
class ReportsCostTest {

    private static final int TIMES_AS_MANY = 8;

    @Autowired
    Reports reports;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Disputes disputes;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    TaskInbox inbox;

    @Autowired
    AuditTrail trail;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcRecorder database;

    @Autowired
    BeanFactory product;

    private AccountId auditor;

    @BeforeEach
    void an_auditor_long_after_all_that_was() {
        clock.advance(Duration.ofDays(40));
        auditor = staff(Role.AUDITOR);
    }

    @Test
    void a_report_costs_as_many_statements_however_many_cases_and_agents_there_are() {
        int before = rows(ReportKind.DECISIONS);
        somethingHappens();
        Map<ReportKind, Integer> few = statements();
        int each = rows(ReportKind.DECISIONS) - before;
        assertThat(each).isPositive();
        for (int time = 1; time < TIMES_AS_MANY; time++) {
            somethingHappens();
        }
        assertThat(rows(ReportKind.DECISIONS)).isEqualTo(before + each * TIMES_AS_MANY);
        assertThat(statements()).isEqualTo(few);
    }

    /** An agent whom nobody knew decides one case and grants a recovery; another case waits, and time goes on. */
    private void somethingHappens() {
        AccountId agent = staff(Role.HELPDESK);
        disputed();
        clock.advance(Duration.ofHours(1));
        CaseId decided = disputed();
        clock.advance(Duration.ofHours(7));
        try (SignedInAs at = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThat(at.person().account()).isEqualTo(agent);
            disputes.decided(inbox.ofCase(decided).get(0).id(), false, "It was them");
            trail.record(
                    "recovery.case-decided",
                    Optional.of(accounts.student().id().value()),
                    Optional.of(CaseId.next().value()),
                    "approve",
                    Map.of());
        }
        RecordedNow.text(product, decided);
        clock.advance(Duration.ofHours(16));
    }

    private CaseId disputed() {
        AccountId person = accounts.create(account -> account.address("known@example.ac.jp"))
                .id();
        apps.enroll(person);
        Disputes.Link link = disputes.disputed(MailedLinks.of(outgoing, person, "A method was added to your account")
                .get(0));
        return ((Disputes.Link.Used) link).dispute().caseId();
    }

    private Map<ReportKind, Integer> statements() {
        Map<ReportKind, Integer> statements = new EnumMap<>(ReportKind.class);
        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            for (ReportKind kind : ReportKind.values()) {
                Optional<ProcessKey> process =
                        kind == ReportKind.STEPS ? Optional.of(new ProcessKey("dispute")) : Optional.empty();
                Runnable reading = () -> {
                    reports.read(kind, reports.usualPeriod(), process);
                    reports.csv(kind, reports.usualPeriod(), process, Language.EN);
                };
                reading.run();
                statements.put(kind, database.during(reading));
            }
        }
        return statements;
    }

    private int rows(ReportKind kind) {
        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            return reports.read(kind, reports.usualPeriod(), Optional.empty())
                    .tables()
                    .get(0)
                    .rows()
                    .size();
        }
    }

    private AccountId staff(Role role) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }
}
