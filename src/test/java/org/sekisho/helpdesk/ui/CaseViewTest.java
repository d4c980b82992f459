package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.workbench.ProcessDiagram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What staff see on the page of a case. */
@SekishoTest
class CaseViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Disputes disputes;

    @Autowired
    private TestApps apps;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private AuditTrail trail;

    private Account person;
    private Account agent;
    private CaseId caseId;
    private String number;

    @BeforeEach
    void a_change_is_disputed() {
        person = accounts.create(account -> account.name("Person of the case").address("case@example.ac.jp"));
        agent = staff("Agent", Role.HELPDESK);
        apps.enroll(person.id());
        Link link = disputes.disputed(MailedLinks.of(outgoing, person.id(), "A method was added to your account")
                .get(0));
        caseId = ((Link.Used) link).dispute().caseId();
        number = caseId.toString().substring(0, 8);
    }

    @Test
    void an_agent_reads_who_what_and_where_it_stands() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("cases/" + number);
            assertThat(browser.heading()).isEqualTo("Case " + number);
            assertThat(browser.text())
                    .contains(
                            "Person of the case",
                            person.commonId().value(),
                            "Disputed change, version 1",
                            "Open",
                            "Check disputed change",
                            "Nobody");
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("tasks/" + task());
        }
        assertThat(trail.ofCase(caseId.value()))
                .filteredOn(event -> event.action().equals("helpdesk.case-read"))
                .extracting(AuditEvent::result)
                .containsExactly("shown");
    }

    @Test
    void the_timeline_the_steps_and_the_tables_say_what_happened_in_words() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("cases/" + caseId);
            choose(browser, 1);
            assertThat(browser.text())
                    .contains("A change was disputed", "by the system")
                    .doesNotContain("helpdesk.");

            choose(browser, 2);
            assertThat(browser.all(ProcessDiagram.class)).hasSize(1);
            assertThat(browser.text()).contains("Step by step", "Check disputed change", "The case is here", "Passed");

            choose(browser, 4);
            assertThat(browser.text()).contains("No decision table has been asked");
        }
    }

    @Test
    void a_note_is_written_once_and_shown_with_who_wrote_it() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("cases/" + caseId + "?tab=notes");
            browser.press("Add note");
            assertThat(browser.text()).contains("Nobody has written a note yet");
            browser.fill("New note", "Called back; nobody there.");
            browser.press("Add note");
            assertThat(browser.text()).contains("Agent", "Called back; nobody there.");
            assertThat(browser.text()).doesNotContain("Nobody has written a note yet");
        }
    }

    @Test
    void a_colleague_who_has_the_case_open_is_named() throws Exception {
        Account lead = staff("The Lead", Role.LEAD);
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD);
                Browserless first = Browserless.open(context)) {
            first.visit("cases/" + caseId);
            assertThat(first.text()).doesNotContain("has this case open as well");
            String seen = InParallel.on(1, () -> {
                        try (SignedInAs other = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                                Browserless second = Browserless.open(context)) {
                            assertThat(other.person().account()).isEqualTo(agent.id());
                            second.visit("cases/" + caseId);
                            return second.text();
                        }
                    })
                    .get(0);
            assertThat(seen).contains("The Lead has this case open as well");
        }
    }

    @Test
    void a_task_leads_to_the_file_of_its_case() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task());
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("cases/" + caseId);
        }
    }

    @Test
    void what_is_not_theirs_to_see_is_not_told_apart_from_what_does_not_exist() {
        Account both = accounts.create(account -> account.name("Own case")
                .affiliation(Affiliation.STAFF)
                .address("own@example.ac.jp")
                .roles(Role.HELPDESK));
        person = both;
        apps.enroll(both.id());
        Link link = disputes.disputed(MailedLinks.of(outgoing, both.id(), "A method was added to your account")
                .get(0));
        CaseId own = ((Link.Used) link).dispute().caseId();
        try (SignedInAs ignored = SignedInAs.withRoles(both.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            for (String name : List.of(own.toString(), own.toString().substring(0, 8), "ffffffff", "nonsense")) {
                browser.visit("cases/" + name);
                assertThat(browser.heading()).isEqualTo("No such case");
                assertThat(browser.text()).doesNotContain("Disputed change");
            }
        }
    }

    @Test
    void the_page_is_complete_in_japanese() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("cases/" + caseId);
            assertThat(browser.heading()).isEqualTo("案件 " + number);
            for (int tab = 0; tab < 5; tab++) {
                choose(browser, tab);
                assertThat(browser.text()).doesNotContain("helpdesk.");
            }
        }
    }

    private static void choose(Browserless browser, int tab) {
        browser.all(TabSheet.class).get(0).setSelectedIndex(tab);
    }

    private String task() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK)) {
            return inbox.ofCase(caseId).get(0).id().value();
        }
    }

    private Account staff(String name, Role role) {
        return accounts.create(
                account -> account.name(name).affiliation(Affiliation.STAFF).roles(role));
    }
}
