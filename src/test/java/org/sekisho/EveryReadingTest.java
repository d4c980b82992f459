package org.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.archive.CaseArchive;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.incident.TestIncidents;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every screen that {@link ReadingLawTest} lists is opened by somebody who may, and every file that it offers is taken away: then it
 * stands in the trail who did so, and about whom where it was about one.
 */
@SekishoTest
class EveryReadingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    Disputes disputes;

    @Autowired
    JdbcOutgoing outgoing;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TestIncidents incidents;

    @Autowired
    JdbcClient jdbc;

    private final String unit = "unit-" + UUID.randomUUID().toString().substring(0, 12);
    private Account person;
    private Account lost;
    private AccountId agent;
    private AccountId lead;
    private CaseId caseId;
    private String number;

    /**
     * What somebody reads.
     *
     * @param event what stands in the trail afterwards
     * @param result how the event ends
     * @param by who may read it
     * @param about whose case or data it is; empty where it is about nobody in particular
     * @param inCase whether the event is one of the case
     */
    private record Reading(
            String event,
            String result,
            Role by,
            Optional<AccountId> about,
            boolean inCase,
            Consumer<Browserless> opens) {}

    private record Found(String result, Optional<UUID> subject, Optional<UUID> caseId, String details) {}

    @BeforeEach
    void somebody_has_a_case_which_the_helpdesk_must_look_at() {
        person = accounts.create(account -> account.name("Person of the case").address("read@example.ac.jp"));
        apps.enroll(person.id());
        Disputes.Link link =
                disputes.disputed(MailedLinks.of(outgoing, person.id(), "A method was added to your account")
                        .get(0));
        caseId = ((Disputes.Link.Used) link).dispute().caseId();
        number = caseId.toString().substring(0, 8);
        lost = accounts.create(
                account -> account.name("Somebody without a phone").unit(unit));
        apps.enroll(lost.id());
        enforcement.begin(lost.id());
        agent = staff(Role.HELPDESK);
        lead = staff(Role.LEAD);
        incidents.endAll(lead);
        incidents.carrierIsDown(lead, "mail", Duration.ofHours(1));
    }

    @AfterEach
    void nothing_is_down_any_more() {
        incidents.endAll(lead);
    }

    @Test
    void whoever_opens_a_screen_or_takes_a_file_away_has_left_an_event() {
        readings()
                .forEach((screen, all) -> all.forEach(reading -> {
                    AccountId reader = staff(reading.by());
                    try (SignedInAs at = SignedInAs.withRoles(reader, reading.by());
                            Browserless browser = Browserless.open(context)) {
                        assertThat(at.person().account()).isEqualTo(reader);
                        reading.opens().accept(browser);
                        assertThat(UI.getCurrent().getCurrentView().getClass().getName())
                                .isEqualTo("org.sekisho." + screen);
                    }
                    List<Found> found = events(reader, reading.event());
                    assertThat(found)
                            .as("%s by a reader of %s", reading.event(), screen)
                            .anySatisfy(event -> isOf(reading, event));
                }));
    }

    @Test
    void every_screen_that_the_law_lists_is_opened() {
        Map<String, TreeSet<String>> opened = new TreeMap<>();
        readings()
                .forEach((screen, all) -> all.forEach(reading ->
                        opened.computeIfAbsent(screen, name -> new TreeSet<>()).add(reading.event())));
        assertThat(opened).isEqualTo(ReadingLawTest.RECORDED);
    }

    private void isOf(Reading reading, Found event) {
        assertThat(event.result()).isEqualTo(reading.result());
        reading.about().map(AccountId::value).ifPresent(about -> assertThat(
                        event.subject().map(UUID::toString).orElse(event.details()))
                .contains(about.toString()));
        if (reading.inCase()) {
            assertThat(event.subject()).isEqualTo(reading.about().map(AccountId::value));
            assertThat(event.caseId()).contains(caseId.value());
        }
    }

    private Map<String, List<Reading>> readings() {
        return Map.ofEntries(
                Map.entry(
                        "archive.ui.CasesView",
                        List.of(
                                ofAll("archive.search", "found", Role.AUDITOR, visit("audit/cases")),
                                ofAll(
                                        "archive.exported",
                                        "exported",
                                        Role.AUDITOR,
                                        visit("audit/cases?text=" + number).andThen(take("Export as CSV"))),
                                ofCase(
                                        "archive.bundle-taken",
                                        "begun",
                                        Role.AUDITOR,
                                        visit("audit/cases?text=" + number)
                                                .andThen(take("Evidence bundle of up to " + CaseArchive.BUNDLED
                                                        + " cases (ZIP)"))))),
                Map.entry(
                        "archive.ui.ArchivedCaseView",
                        List.of(
                                ofCase("archive.case-read", "shown", Role.AUDITOR, visit("audit/cases/" + number)),
                                ofCase(
                                        "archive.bundle-taken",
                                        "begun",
                                        Role.AUDITOR,
                                        visit("audit/cases/" + number).andThen(take("Evidence bundle (ZIP)"))))),
                Map.entry(
                        "helpdesk.ui.CaseView",
                        List.of(ofCase("helpdesk.case-read", "shown", Role.HELPDESK, visit("cases/" + number)))),
                Map.entry(
                        "helpdesk.ui.QueueView",
                        List.of(of(
                                person.id(),
                                "helpdesk.queue-read",
                                "shown",
                                Role.HELPDESK,
                                visit("helpdesk?case=" + number)))),
                Map.entry(
                        "incident.ui.IncidentModeView",
                        List.of(of(lead, "incident.modes-read", "shown", Role.HELPDESK, visit("incident-mode")))),
                Map.entry(
                        "recovery.ui.DeskView",
                        List.of(of(lost.id(), "recovery.case-opened", "desk", Role.APPROVER, this::opensAtTheDesk))),
                Map.entry(
                        "reconciliation.ui.ReconciliationView",
                        List.of(ofAll(
                                "reconciliation.differences-read",
                                "shown",
                                Role.AUDITOR,
                                visit("audit/reconciliation")))),
                Map.entry(
                        "seal.ui.TrailView",
                        List.of(
                                ofAll("audit.trail-read", "shown", Role.AUDITOR, visit("audit/trail?case=" + number)),
                                ofAll(
                                        "audit.trail-read",
                                        "exported",
                                        Role.AUDITOR,
                                        visit("audit/trail?case=" + number).andThen(take("Export as CSV"))))),
                Map.entry(
                        "report.ui.PatternsView",
                        List.of(ofAll("report.patterns-read", "shown", Role.AUDITOR, visit("audit/patterns")))),
                Map.entry(
                        "report.ui.ReportsView",
                        List.of(
                                ofAll(
                                        "report.report-read",
                                        "shown",
                                        Role.AUDITOR,
                                        visit("audit/reports?report=decisions")),
                                ofAll(
                                        "report.report-exported",
                                        "exported",
                                        Role.AUDITOR,
                                        visit("audit/reports?report=decisions")
                                                .andThen(take("Take it away as a CSV file"))))),
                Map.entry(
                        "workbench.InboxView",
                        List.of(of(person.id(), "workbench.tasks-read", "shown", Role.HELPDESK, visit("tasks")))),
                Map.entry(
                        "workbench.TaskView",
                        List.of(ofCase("workbench.task-read", "shown", Role.HELPDESK, visit("tasks/" + task())))));
    }

    private static Reading ofAll(String event, String result, Role by, Consumer<Browserless> opens) {
        return new Reading(event, result, by, Optional.empty(), false, opens);
    }

    private static Reading of(AccountId shown, String event, String result, Role by, Consumer<Browserless> opens) {
        return new Reading(event, result, by, Optional.of(shown), false, opens);
    }

    private Reading ofCase(String event, String result, Role by, Consumer<Browserless> opens) {
        return new Reading(event, result, by, Optional.of(person.id()), true, opens);
    }

    private static Consumer<Browserless> visit(String route) {
        return browser -> browser.visit(route);
    }

    private static Consumer<Browserless> take(String link) {
        return browser -> assertThat(browser.download(link)).isNotEmpty();
    }

    private void opensAtTheDesk(Browserless browser) {
        browser.visit("desk");
        browser.fill("Common ID of the person", lost.commonId().value());
        browser.one(Checkbox.class).setValue(true);
        browser.press("Open the case");
        assertThat(browser.heading()).isEqualTo("The case is open");
    }

    private String task() {
        try (SignedInAs at = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            assertThat(at.person().account()).isEqualTo(agent);
            return inbox.ofCase(caseId).get(0).id().value();
        }
    }

    private List<Found> events(AccountId actor, String action) {
        return jdbc.sql("select result, subject, case_id, details from audit_event"
                        + " where actor = :actor and action = :action order by id")
                .param("actor", actor.value())
                .param("action", action)
                .query((row, place) -> new Found(
                        row.getString("result"),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        Optional.ofNullable(row.getObject("case_id", UUID.class)),
                        row.getString("details")))
                .list();
    }

    private AccountId staff(Role role) {
        return accounts.create(account ->
                        account.affiliation(Affiliation.STAFF).unit(unit).roles(role))
                .id();
    }
}
