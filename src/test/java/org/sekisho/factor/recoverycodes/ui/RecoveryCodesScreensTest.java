package org.sekisho.factor.recoverycodes.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorCatalog;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType;
import org.sekisho.factor.Factors;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class RecoveryCodesScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Factors factors;

    @Autowired
    private FactorCatalog catalog;

    @Autowired
    private RecoveryCodesSetup setup;

    @Autowired
    private TestAccounts accounts;

    private AccountId account;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        caseId = CaseId.next();
        processes.start(
                new ProcessKey("factor-recoverycodes-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), account.value())
                        .and(Variable.id("factorId"), FactorId.next().value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void ten_codes_are_shown_with_three_ways_to_keep_them_and_count_only_when_saved() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(browser.heading()).isEqualTo("Save your recovery codes");
            assertThat(shown(browser)).hasSize(10).allMatch(code -> code.matches("[0-9A-Z-]{19}"));
            assertThat(browser.offers("Copy") && browser.offers("Download") && browser.offers("Print"))
                    .isTrue();
            browser.press("Next");
            assertThat(browser.one(Checkbox.class).isInvalid()).isTrue();
            assertThat(factors.active(account)).isEmpty();
            browser.one(Checkbox.class).setValue(true);
            browser.press("Next");
            assertThat(factors.active(account)).extracting(Factor::kind).containsExactly("recoverycodes");
            browser.visit("methods");
            assertThat(browser.text()).contains("10 of 10 codes left");
        }
    }

    @Test
    void from_three_codes_left_the_list_of_methods_asks_for_a_new_set() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            List<String> codes = shown(browser);
            browser.one(Checkbox.class).setValue(true);
            browser.press("Next");
            Challenge challenge = new Challenge(factors.active(account).get(0).id(), account, caseId);
            FactorType type = catalog.type("recoverycodes");
            codes.subList(0, 6).forEach(code -> type.check(challenge, Secret.of(code)));
            browser.visit("methods");
            assertThat(browser.text()).contains("4 of 10 codes left").doesNotContain("make a new set");
            type.check(challenge, Secret.of(codes.get(6)));
            browser.visit("methods");
            assertThat(browser.text()).contains("3 of 10 codes are left: please make a new set with “Replace”.");
        }
    }

    @Test
    void a_page_whose_set_was_replaced_elsewhere_says_so_and_saves_nothing() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            List<String> before = shown(browser);
            setup.issue(inbox.ofCase(caseId).get(0));
            browser.one(Checkbox.class).setValue(true);
            browser.press("Next");
            assertThat(browser.text()).contains("A newer set was shown on another page");
            assertThat(factors.active(account)).isEmpty();
            open(browser);
            assertThat(shown(browser)).hasSize(10).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void whoever_does_without_goes_on_without() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            open(browser);
            browser.press("今回は作成しない");
            assertThat(factors.active(account)).isEmpty();
            assertThat(inbox.ofCase(caseId)).isEmpty();
        }
    }

    private void open(Browserless browser) {
        browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
    }

    private static List<String> shown(Browserless browser) {
        return browser.all(ListItem.class).stream()
                .map(item -> item.getElement().getTextRecursively())
                .filter(text -> text.matches("[0-9A-Z]{4}-.*"))
                .toList();
    }
}
