package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.dispute.Disputes.Link;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.helpdesk.SavedFilters;
import org.sekisho.helpdesk.Urgency;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What agents and leads see and do in the list. */
@SekishoTest
class QueueViewTest {

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
    private SavedFilters savedFilters;

    private Account person;
    private Account agent;
    private Account lead;
    private CaseId caseId;
    private String number;

    @BeforeEach
    void a_change_is_disputed() {
        person = accounts.create(account -> account.address("queue@example.ac.jp"));
        agent = staff("Agent", Role.HELPDESK);
        lead = staff("Lead", Role.LEAD);
        disputeOf(person);
    }

    @Test
    void an_agent_finds_takes_and_gives_back_a_task_without_opening_it() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = searching()) {
            assertThat(browser.heading()).isEqualTo("Queue");
            assertThat(browser.text())
                    .contains(number, person.name(), person.commonId().value(), "Disputed change", "Urgent", "Nobody");
            browser.press("Claim");
            assertThat(task().assignee()).contains(agent.id().value());
            assertThat(browser.offers("Claim")).isFalse();

            browser.press("Release");
            assertThat(task().assignee()).isEmpty();
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("tasks/" + task().id());
        }
    }

    @Test
    void filters_narrow_the_list_and_what_is_sought_in_vain_is_said() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = searching()) {
            pressFilter(browser, "Mine (0)");
            assertThat(browser.text()).contains("Nothing waits here");
            pressFilter(browser, "Unassigned");
            assertThat(browser.text()).contains(number);
            browser.fill("Search", person.commonId().value());
            assertThat(browser.text()).contains(number);
            browser.fill("Search", "nobody is called so");
            assertThat(browser.text()).contains("Nothing waits here");
        }
    }

    @Test
    void a_colleague_who_was_faster_is_no_failure() throws Exception {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = searching()) {
            TaskId task = task().id();
            // whoever acts on the thread of an open page is the person of that page
            InParallel.on(1, () -> {
                try (SignedInAs colleague = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
                    inbox.claim(task);
                    return colleague.person();
                }
            });
            browser.press("Claim");
            assertThat(browser.text()).contains("somebody else has taken it", lead.name());
            assertThat(task().assignee()).contains(lead.id().value());
        }
    }

    @Test
    void a_lead_assigns_what_is_selected_and_reads_what_became_of_each() {
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD);
                Browserless browser = searching()) {
            assign(browser, agent);
            assertThat(browser.text()).contains("Case " + number + ": Done.");
            assertThat(task().assignee()).contains(agent.id().value());

            choose(browser);
            browser.press("Return to the queue");
            assertThat(task().assignee()).isEmpty();
        }
    }

    @Test
    void nobody_is_given_a_case_of_their_own() {
        Account both = accounts.create(account -> account.name("Both of the desk")
                .affiliation(Affiliation.STAFF)
                .address("both@example.ac.jp")
                .roles(Role.HELPDESK));
        disputeOf(both);
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD);
                Browserless browser = searching()) {
            assign(browser, both);
            assertThat(browser.text()).contains("Case " + number + ": Nothing was changed: that person may not work");
            assertThat(task().assignee()).isEmpty();
        }
    }

    @Test
    void an_agent_sets_priority_and_follow_up_and_assigns_nothing() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = searching()) {
            choose(browser);
            assertThat(browser.offers("Assign")).isFalse();
            browser.fill("New priority", Urgency.LOW);
            browser.press("Set priority");
            assertThat(task().priority()).isEqualTo(Urgency.LOW.priority());
            assertThat(browser.text()).contains("Low");

            choose(browser);
            Select<Object> again = browser.field("Look again");
            again.setValue(again.getListDataView().getItem(0));
            browser.press("Set follow-up");
            assertThat(browser.text()).contains("Look again: ");
        }
    }

    @Test
    void a_view_is_saved_under_a_name_and_found_again_by_its_address() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = searching()) {
            browser.press("Save view");
            assertThat(browser.offers("Remove chosen view")).isFalse();
            browser.fill("Name of the view", "My case");
            browser.press("Save view");
            assertThat(browser.text()).contains("My case (1)");
            assertThat(browser.offers("Remove chosen view")).isTrue();

            String id = savedFilters.own().get(0).id().toString();
            browser.visit("helpdesk");
            browser.visit("helpdesk?saved=" + id);
            TextField search = browser.field("Search");
            assertThat(search.getValue()).isEqualTo(number);
            assertThat(browser.text()).contains(number);

            browser.fill("Name of the view", "Renamed");
            browser.press("Rename chosen view");
            assertThat(browser.text()).contains("Renamed (1)");
            browser.press("Remove chosen view");
            assertThat(browser.text()).doesNotContain("Renamed (1)").contains(number);
        }
    }

    @Test
    void an_address_leads_to_its_view() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("helpdesk?case=" + number);
            assertThat(browser.text()).contains(number);
            browser.visit("helpdesk?filter=mine&case=" + number);
            assertThat(browser.text()).contains("Nothing waits here");
            browser.visit("helpdesk?kind=recovery&case=" + number);
            assertThat(browser.text()).contains("Nothing waits here");
        }
    }

    @Test
    void figures_are_told_in_tables_in_both_languages() {
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            inbox.claim(task().id());
            for (Language language : Language.values()) {
                try (Browserless browser = Browserless.open(context, language)) {
                    browser.visit("figures");
                    assertThat(browser.heading()).isEqualTo(language == Language.EN ? "Figures" : "統計");
                    assertThat(browser.text())
                            .contains(language == Language.EN ? "Disputed change" : "異議のあった変更")
                            .doesNotContain("helpdesk.");
                }
            }
        }
        try (SignedInAs ignored = SignedInAs.withRoles(person.id());
                Browserless browser = Browserless.open(context)) {
            browser.visit("figures");
            assertThat(browser.heading()).isNotEqualTo("Figures");
        }
    }

    @Test
    void the_list_is_complete_in_japanese() {
        try (SignedInAs ignored = SignedInAs.withRoles(agent.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("helpdesk");
            browser.fill("検索", number);
            assertThat(browser.heading()).isEqualTo("対応待ち一覧");
            assertThat(browser.text()).contains(number, "異議のあった変更", "担当する").doesNotContain("helpdesk.");
        }
    }

    @Test
    void who_is_no_agent_does_not_see_it() {
        Account approver = staff("Approver", Role.APPROVER);
        try (SignedInAs ignored = SignedInAs.withRoles(approver.id(), Role.APPROVER);
                Browserless browser = Browserless.open(context)) {
            browser.visit("helpdesk");
            assertThat(browser.heading()).isNotEqualTo("Queue");
            assertThat(browser.text()).doesNotContain(number);
        }
    }

    private void disputeOf(Account account) {
        apps.enroll(account.id());
        Link link = disputes.disputed(MailedLinks.of(outgoing, account.id(), "A method was added to your account")
                .get(0));
        caseId = ((Link.Used) link).dispute().caseId();
        number = caseId.toString().substring(0, 8);
    }

    private Browserless searching() {
        Browserless browser = Browserless.open(context);
        browser.visit("helpdesk");
        browser.fill("Search", number);
        return browser;
    }

    private static void choose(Browserless browser) {
        List<Checkbox> boxes = browser.all(Checkbox.class);
        assertThat(boxes).hasSize(1);
        boxes.get(0).setValue(true);
    }

    private static void assign(Browserless browser, Account to) {
        choose(browser);
        Select<Account> people = browser.field("Assign to");
        people.setValue(people.getListDataView()
                .getItems()
                .filter(account -> account.id().equals(to.id()))
                .findFirst()
                .orElseThrow());
        browser.press("Assign");
    }

    private static void pressFilter(Browserless browser, String beginning) {
        browser.press(browser.all(Button.class).stream()
                .filter(button -> button.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }

    private CaseTask task() {
        try (SignedInAs ignored = SignedInAs.withRoles(lead.id(), Role.LEAD)) {
            return inbox.ofCase(caseId).get(0);
        }
    }

    private Account staff(String name, Role role) {
        return accounts.create(account -> account.name(name + " of the desk")
                .affiliation(Affiliation.STAFF)
                .roles(role));
    }
}
