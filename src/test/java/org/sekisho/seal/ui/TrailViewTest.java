package org.sekisho.seal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseNumbers;
import org.sekisho.seal.TrailDesk;
import org.sekisho.seal.TrailSearch;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The screen of the trail, without a browser. */
@SekishoTest
class TrailViewTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    TrailDesk desk;

    private final UUID caseId = UUID.randomUUID();
    private Account person;

    @BeforeEach
    void something_has_happened() {
        person = accounts.student();
        trail.record("mfa.activated", id(person), Optional.of(caseId), "completed", Map.of("method", "totp"));
        trail.record("audit.person-erased", id(person), Optional.empty(), "erased", Map.of());
    }

    @Test
    void an_auditor_finds_events_of_an_account_and_of_a_case() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor(Language.EN), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/trail");
            assertThat(browser.heading()).isEqualTo("Trail");
            browser.fill("Whose account", person.commonId().value());
            browser.press("Search");
            assertThat(browser.text())
                    .contains(person.name(), "Where a person acted from was made unreadable", "not sealed yet")
                    .contains("method", "totp", "mfa.activated")
                    .doesNotContain("seal.trail.");
            browser.fill("Case", CaseNumbers.of(new CaseId(caseId)));
            browser.press("Search");
            assertThat(browser.text()).doesNotContain("Where a person acted from was made unreadable");
            assertThat(browser.all(Anchor.class)).extracting(Anchor::getHref).contains("audit/cases/" + caseId);
        }
    }

    @Test
    void what_cannot_be_sought_is_said_at_its_field() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor(Language.EN), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/trail");
            browser.fill("Whose account", "0000000000");
            browser.fill("Case", "nonsense");
            browser.press("Search");
            assertThat(browser.all(TextField.class))
                    .extracting(TextField::getErrorMessage)
                    .contains(
                            "No account has this user name.",
                            "A case has a number of eight digits and letters from a to f.");
        }
    }

    @Test
    void days_that_cannot_be_sought_are_said_at_their_field_and_nothing_else_is_found_instead() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor(Language.EN), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/trail");
            browser.fill("Case", CaseNumbers.of(new CaseId(caseId)));
            browser.mistype("Until", "soon");
            browser.press("Search");
            assertThat(browser.text()).contains("This is not a date.").doesNotContain("Export as CSV");
            browser.fill("From", LocalDate.of(2026, 4, 2));
            browser.fill("Until", LocalDate.of(2026, 4, 1));
            browser.press("Search");
            assertThat(browser.text()).contains("Choose a last day that is not before the first one.");
            DatePicker until = browser.field("Until");
            assertThat(until.getValue()).isEqualTo(LocalDate.of(2026, 4, 1));
            browser.press("Clear");
            assertThat(until.isInvalid()).isFalse();
        }
    }

    @Test
    void all_is_verified_while_the_page_shows_that_it_is() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor(Language.EN), Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            browser.visit("audit/trail");
            long before = desk.verifications();
            browser.press("Verify all");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.verifications() > before);
            browser.visit("audit/trail?again");
            assertThat(browser.text()).contains("The whole trail was verified at");
        }
    }

    @Test
    void an_address_shows_the_same_again() {
        TrailSearch search = new TrailSearch(
                id(person),
                Optional.of(UUID.randomUUID()),
                Optional.of("0123abcd"),
                Optional.of("mfa.activated"),
                Optional.of("completed"),
                Optional.of(LocalDate.of(2026, 4, 1)),
                Optional.of(LocalDate.of(2026, 4, 30)));

        QueryParameters address = TrailAddress.of(search);

        assertThat(TrailAddress.search(address)).isEqualTo(search);
        assertThat(address.getQueryString()).doesNotContain(person.commonId().value(), person.name());
        assertThat(TrailAddress.search(QueryParameters.simple(
                        Map.of("account", "x", "case", "y", "action", "<b>", "from", "tomorrow"))))
                .isEqualTo(TrailSearch.everything());
    }

    @Test
    void it_is_in_japanese_as_well() {
        try (SignedInAs ignored = SignedInAs.withRoles(auditor(Language.JA), Role.AUDITOR);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("audit/trail");
            assertThat(browser.heading()).isEqualTo("証跡");
            assertThat(browser.text()).contains("証跡の完全性", "封印待ち").doesNotContain("seal.trail.");
        }
    }

    private static Optional<UUID> id(Account account) {
        return Optional.of(account.id().value());
    }

    private org.sekisho.directory.AccountId auditor(Language language) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .language(language)
                        .roles(Role.AUDITOR))
                .id();
    }
}
