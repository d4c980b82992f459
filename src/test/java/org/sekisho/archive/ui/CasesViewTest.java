package org.sekisho.archive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.archive.CaseSearch;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.sekisho.workbench.ProcessDiagram;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search and the page of a case, without a browser. */
@SekishoTest
class CasesViewTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    BeanFactory product;

    @Autowired
    TestAccounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9-]", "x");
    private Account auditor;
    private Account person;
    private CaseId caseId;

    @BeforeEach
    void somebody_has_enrolled() {
        auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        person = accounts.create(account -> account.name("Person " + mark));
        Traveller traveller = Traveller.of(product, person.id());
        caseId = traveller.applies();
        traveller.goesOnToTheEnd();
    }

    @Test
    void a_case_is_found_by_name_and_opened() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases");
            assertThat(browser.heading()).isEqualTo("Cases");
            browser.fill("Case or person", "person " + mark);
            browser.press("Search");
            assertThat(browser.text())
                    .contains("Cases found: 2", "Person " + mark, "Completed", "Enrolled", "Export as CSV")
                    .doesNotContain("archive.");
            assertThat(browser.location()).doesNotContain("person");
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("audit/cases/" + caseId);
            browser.fill("Case or person", "nobody " + mark);
            browser.press("Search");
            assertThat(browser.text()).contains("No case is like that");
        }
    }

    @Test
    void a_search_is_saved_and_chosen_again() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases");
            browser.fill("Case or person", "person " + mark);
            browser.fill("Name of the search", "Mine");
            browser.press("Save");
            browser.press("Clear");
            browser.press("Mine");
            assertThat(browser.text()).contains("Cases found: 2");
            browser.fill("Name of the search", "Mine");
            browser.press("Save");
            assertThat(browser.all(com.vaadin.flow.component.textfield.TextField.class))
                    .extracting(com.vaadin.flow.component.textfield.TextField::getErrorMessage)
                    .contains("Another search of yours has this name.");
            browser.press("Remove the chosen search");
            assertThat(browser.offers("Mine")).isFalse();
        }
    }

    @Test
    void what_cannot_be_sought_is_said_at_its_field_and_neither_sought_nor_saved_nor_exported() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases");
            long searches = searches();
            browser.fill("Name of the search", "Mine");

            browser.mistype("Begun from", "soon");
            isRefused(browser, "Begun from", "Choose a day since 1970");
            browser.fill("Begun from", LocalDate.of(1869, 4, 1));
            isRefused(browser, "Begun from", "Choose a day since 1970");
            browser.fill("Begun from", LocalDate.of(2026, 4, 2));
            browser.fill("Begun until", LocalDate.of(2026, 4, 1));
            isRefused(browser, "Begun until", "Choose a last day that is not before the first one.");
            browser.fill("Begun until", LocalDate.of(2026, 4, 2));
            browser.mistype("Hours at least", "1e");
            isRefused(browser, "Hours at least", "Enter whole hours, from 0 to 100,000.");
            browser.fill("Hours at least", -1);
            isRefused(browser, "Hours at least", "Enter whole hours, from 0 to 100,000.");
            browser.fill("Hours at least", 3);
            browser.fill("Hours at most", 2);
            isRefused(browser, "Hours at most", "Enter at least as many hours as the case must have taken.");

            assertThat(searches()).isEqualTo(searches);
            browser.fill("Hours at most", 3);
            browser.press("Search");
            assertThat(browser.text()).contains("No case is like that");
            assertThat(browser.all(IntegerField.class)).noneMatch(IntegerField::isInvalid);
            assertThat(searches()).isEqualTo(searches + 1);
            browser.press("Clear");
            assertThat(browser.text()).contains("Export as CSV");
        }
    }

    private static <F extends AbstractField<F, V> & HasValidation, V> void isRefused(
            Browserless browser, String label, String why) {
        F field = browser.field(label);
        V typed = field.getValue();
        for (String button : List.of("Save", "Search")) {
            browser.press(button);
            assertThat(field.isInvalid()).as("%s at %s", button, label).isTrue();
            assertThat(field.getErrorMessage()).startsWith(why);
            assertThat(field.getValue()).isEqualTo(typed);
        }
        assertThat(browser.offers("Mine")).isFalse();
        assertThat(browser.text()).doesNotContain("Export as CSV").doesNotContain("Evidence bundle");
    }

    private long searches() {
        return jdbc.sql("select count(*) from audit_event where actor = :actor and action = 'archive.search'")
                .param("actor", auditor.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void the_address_says_what_is_sought_but_for_people() {
        CaseSearch search = CaseSearch.of(Map.of(
                "text",
                "Rin Kato",
                "actor",
                "4000000001",
                "process",
                "recovery",
                "at-least",
                "PT5H",
                "order",
                "longest"));
        QueryParameters address = SearchAddress.of(search, Optional.empty());
        assertThat(address.getQueryString()).doesNotContain("Rin").doesNotContain("4000000001");
        assertThat(SearchAddress.search(address))
                .isEqualTo(search.with("text", "").with("actor", ""));
        assertThat(SearchAddress.search(SearchAddress.of(search.with("text", "0a1b2c3d"), Optional.empty()))
                        .text())
                .isEqualTo("0a1b2c3d");
        assertThat(SearchAddress.search(QueryParameters.fromString("text=Rin&actor=Rin")))
                .isEqualTo(CaseSearch.everything());
    }

    @Test
    void the_page_of_a_case_replays_it_moment_by_moment_and_tells_everything_else() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases/" + caseId.toString().substring(0, 8));
            assertThat(browser.heading()).isEqualTo("Case " + caseId.toString().substring(0, 8));
            assertThat(browser.text()).contains("Person " + mark, "Completed", "Models in force", "factor-policy");

            choose(browser, 1);
            assertThat(browser.all(ProcessDiagram.class)).hasSize(1);
            assertThat(browser.text()).contains("Moment 1 of", "Play");
            Set<String> kinds = new HashSet<>();
            int moments = moments(browser);
            for (int moment = 1; moment < moments; moment++) {
                browser.press("Step forward");
                kinds.addAll(browser.all(H2.class).stream().map(H2::getText).toList());
            }
            assertThat(kinds).contains("Enrolled", "Method enrolled", "Activate MFA");
            assertThat(browser.text()).doesNotContain("archive.replay", "archive.events");

            choose(browser, 2);
            assertThat(browser.text()).contains("the person of the case");
            choose(browser, 3);
            assertThat(browser.text()).contains("Asked with", "All rules", "Matched");
            choose(browser, 4);
            assertThat(browser.text()).contains("No reason is on record.");
            choose(browser, 5);
            assertThat(browser.text()).contains("No step failed.", "Completed");
            choose(browser, 6);
            assertThat(browser.text()).contains("Sign-in check");
            assertThat(browser.text()).doesNotContain("archive.");
        }
        assertThat(trail.ofCase(caseId.value()))
                .filteredOn(event -> event.action().equals("archive.case-read"))
                .hasSize(1);
    }

    @Test
    void on_what_a_recovery_was_decided_is_told_in_the_words_of_those_who_did() {
        AccountId first = accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .name("First Agent")
                        .roles(Role.HELPDESK))
                .id();
        AccountId second = accounts.create(
                        account -> account.affiliation(Affiliation.STAFF).roles(Role.HELPDESK))
                .id();
        CaseId recovery = product.getBean(TestRecoveries.class)
                .recovers(person.id(), first, second, "The card is hers " + mark)
                .caseId();
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases/" + recovery + "?tab=grounds");
            assertThat(browser.text())
                    .contains(
                            "What spoke for the person",
                            "Photo of the ID card",
                            "accepted",
                            "First Agent",
                            "Decision",
                            "Confirmation",
                            "The card is hers " + mark,
                            "There is no note.")
                    .doesNotContain("archive.")
                    .doesNotContain("recovery.file");
        }
    }

    @Test
    void in_japanese_no_key_is_left() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("audit/cases?outcome=event_enrolled");
            assertThat(browser.text()).contains("設定完了", "完了").doesNotContain("archive.");
            browser.visit("audit/cases/" + caseId);
            choose(browser, 1);
            assertThat(browser.all(H2.class)).extracting(H2::getText).contains("申請の提出");
            choose(browser, 3);
            assertThat(browser.text()).contains("承認の規則", "アカウントの状態").doesNotContain("Account state");
            for (int tab = 0; tab < 7; tab++) {
                choose(browser, tab);
                assertThat(browser.text()).doesNotContain("archive.").doesNotContain("helpdesk.");
            }
        }
    }

    @Test
    void what_is_not_there_is_said_so() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases/" + CaseId.next());
            assertThat(browser.heading()).isEqualTo("No such case");
        }
    }

    @Test
    void nobody_else_gets_in() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            for (String route : new String[] {"audit/cases", "audit/cases/" + caseId}) {
                browser.visit(route);
                assertThat(browser.text()).doesNotContain("Person " + mark).doesNotContain("Export");
            }
        }
    }

    @Test
    void the_steps_that_are_offered_are_those_of_the_process_that_is_chosen() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases?process=dispute");
            Select<String> step = browser.field("Step it stands or stood at last");
            assertThat(step.getListDataView().getItems()).containsExactly("", "dispute/userTask_checkDispute");
            Select<String> kind = browser.field("Kind");
            assertThat(kind.getListDataView().getItems()).contains("dispute", "enrollment");
            browser.visit("audit/cases?step=userTask_checkDispute&process=no-longer-there");
            assertThat(browser.text()).contains("Disputed change: Check a disputed change", "no-longer-there");
            Select<String> again = browser.field("Step it stands or stood at last");
            assertThat(again.getValue()).isEqualTo("userTask_checkDispute");
        }
    }

    /** How many there are, as the page says. */
    private static int moments(Browserless browser) {
        Matcher place = Pattern.compile("Moment 1 of ([0-9]+)").matcher(browser.text());
        assertThat(place.find()).isTrue();
        return Integer.parseInt(place.group(1));
    }

    private static void choose(Browserless browser, int tab) {
        browser.one(TabSheet.class).setSelectedIndex(tab);
    }
}
