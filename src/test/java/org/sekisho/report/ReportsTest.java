package org.sekisho.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.ProcessKey;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is counted is what has happened, and who has read it is written down. */
@SekishoTest
class ReportsTest {

    @Autowired
    Reports reports;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestRecoveries recoveries;

    @Autowired
    Messages messages;

    @Autowired
    MutableClock clock;

    @Autowired
    BeanFactory product;

    @Autowired
    JdbcClient jdbc;

    private AccountId auditor;
    private AccountId first;
    private AccountId second;

    @BeforeEach
    void somebody_sets_mfa_up_and_is_recovered() {
        clock.advance(Duration.ofDays(40));
        auditor = staff(Role.AUDITOR, "Auditor");
        first = staff(Role.HELPDESK, "First Agent");
        second = staff(Role.HELPDESK, "Second Agent");
        recoveries.recovers(enrolled("known@example.ac.jp"), first, second, "Looked at it");
    }

    @Test
    void each_report_can_be_read_and_taken_away_and_both_are_events() {
        for (ReportKind kind : ReportKind.values()) {
            Report report = read(auditor, Role.AUDITOR, kind);
            assertThat(report.tables()).isNotEmpty();
            assertThat(actionsOf(auditor)).contains("report.report-read shown " + kind.key());
            try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
                assertThat(at.person().account()).isEqualTo(auditor);
                byte[] file = reports.csv(kind, reports.usualPeriod(), Optional.empty(), Language.JA);
                assertThat(new String(file, StandardCharsets.UTF_8))
                        .startsWith("\uFEFF")
                        .contains("\r\n");
            }
            assertThat(actionsOf(auditor)).contains("report.report-exported exported " + kind.key());
        }
    }

    @Test
    void recoveries_are_counted_by_who_has_decided_them() {
        Table table =
                read(auditor, Role.AUDITOR, ReportKind.RECOVERIES).tables().get(0);
        assertThat(rows(table)).anySatisfy(row -> assertThat(row).startsWith("First Agent", "1", "0", "0", "0"));
        assertThat(rows(table)).anySatisfy(row -> assertThat(row).startsWith("Second Agent", "0", "0", "0", "1"));
        Table decisions =
                read(auditor, Role.AUDITOR, ReportKind.DECISIONS).tables().get(0);
        assertThat(rows(decisions)).anySatisfy(row -> {
            assertThat(row.get(0)).isEqualTo("First Agent");
            assertThat(row.get(2)).isEqualTo("1");
        });
    }

    @Test
    void what_is_asked_more_for_or_refused_is_counted_as_neither_agreed_nor_confirmed_nor_shortened() {
        AccountId lead = staff(Role.LEAD, "Stopping Lead");
        recoveries.isNotConfirmed(enrolled("one@example.ac.jp"), first, second, "Looked at it");
        recoveries.isStopped(enrolled("other@example.ac.jp"), first, second, lead, "Looked at it");

        Table table =
                read(auditor, Role.AUDITOR, ReportKind.RECOVERIES).tables().get(0);
        assertThat(rows(table))
                .contains(
                        List.of("First Agent", "3", "0", "1", "0", "0"),
                        List.of("Second Agent", "0", "1", "0", "2", "0"),
                        List.of("Stopping Lead", "0", "1", "0", "0", "0"));
        Table decisions =
                read(auditor, Role.AUDITOR, ReportKind.DECISIONS).tables().get(0);
        assertThat(rows(decisions))
                .extracting(row -> List.of(row.get(0), row.get(2), row.get(3), row.get(4)))
                .contains(List.of("First Agent", "3", "0", "1"), List.of("Second Agent", "2", "1", "0"));
    }

    @Test
    void another_period_has_none_of_it() {
        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            Period usual = reports.usualPeriod();
            Period later = new Period(usual.until().plusDays(5), usual.until().plusDays(6));
            assertThat(reports.read(ReportKind.RECOVERIES, later, Optional.empty())
                            .tables()
                            .get(0)
                            .rows())
                    .isEmpty();
            assertThat(reports.read(ReportKind.VOLUMES, later, Optional.of(new ProcessKey("recovery")))
                            .tables()
                            .get(0)
                            .rows())
                    .isEmpty();
        }
    }

    @Test
    void methods_and_adoption_say_what_people_have() {
        Report report = read(auditor, Role.AUDITOR, ReportKind.METHODS);
        assertThat(rows(report.tables().get(0)))
                .anySatisfy(row -> assertThat(Long.parseLong(row.get(1))).isPositive());
        assertThat(rows(report.tables().get(1))).anySatisfy(row -> {
            assertThat(row.get(0)).isEqualTo("Students");
            assertThat(row.get(4)).endsWith(" %");
        });
    }

    @Test
    void leads_read_nothing_about_single_members_of_the_staff_and_others_nothing_at_all() {
        AccountId lead = staff(Role.LEAD, "Lead");
        Set<ReportKind> notTheirs = Set.of(ReportKind.DECISIONS, ReportKind.RECOVERIES);
        for (ReportKind kind : ReportKind.values()) {
            if (notTheirs.contains(kind)) {
                assertThatThrownBy(() -> read(lead, Role.LEAD, kind)).isInstanceOf(AccessDeniedException.class);
            } else {
                assertThat(read(lead, Role.LEAD, kind).kind()).isEqualTo(kind);
            }
            assertThat(read(staff(Role.ADMINISTRATOR, "Administrator"), Role.ADMINISTRATOR, kind)
                            .kind())
                    .isEqualTo(kind);
            for (Role role : List.of(Role.HOLDER, Role.APPROVER, Role.HELPDESK)) {
                assertThatThrownBy(() -> read(staff(role, "Somebody"), role, kind))
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void several_tables_stand_below_each_other_with_their_titles() {
        Table one = new Table("recoveries", List.of("person"), 1, List.of(), List.of(List.of(new Cell.Name("Rin"))));
        Table other = new Table("decisions", List.of("person"), 1, List.of(), List.of());
        assertThat(new String(SpreadsheetFile.of(List.of(one, other), messages, Language.EN), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFRecoveries by person\r\nPerson\r\nRin\r\n\r\nDecisions by person\r\nPerson\r\n\r\n");
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() {
        Table table = new Table(
                "recoveries",
                List.of("person", "recovered"),
                1,
                List.of(),
                Stream.of("=1+1", "＝1+1", "\n=1", "a \"b\", c")
                        .map(name -> List.<Cell>of(new Cell.Name(name), new Cell.Amount(3)))
                        .toList());
        assertThat(new String(SpreadsheetFile.of(List.of(table), messages, Language.EN), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFPerson,Let back in\r\n\"'=1+1\",3\r\n\"'＝1+1\",3\r\n\"'\n=1\",3\r\n"
                        + "\"a \"\"b\"\", c\",3\r\n");
    }

    private Report read(AccountId reader, Role role, ReportKind kind) {
        try (SignedInAs at = SignedInAs.withRoles(reader, role)) {
            assertThat(at.person().account()).isEqualTo(reader);
            return reports.read(kind, reports.usualPeriod(), Optional.empty());
        }
    }

    private List<List<String>> rows(Table table) {
        return table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.text(messages, Language.EN))
                        .toList())
                .toList();
    }

    private List<String> actionsOf(AccountId actor) {
        return jdbc.sql("select action, result, details from audit_event where actor = :actor order by id")
                .param("actor", actor.value())
                .query((row, number) -> row.getString("action") + " " + row.getString("result")
                        + row.getString("details")
                                .lines()
                                .filter(line -> line.startsWith("report="))
                                .map(line -> " " + line.substring("report=".length()))
                                .collect(Collectors.joining()))
                .list();
    }

    private AccountId enrolled(String address) {
        AccountId person = accounts.create(account -> account.address(address)).id();
        Traveller traveller = Traveller.of(product, person);
        traveller.applies();
        traveller.goesOnToTheEnd();
        return person;
    }

    private AccountId staff(Role role, String name) {
        return accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).name(name).roles(role))
                .id();
    }
}
