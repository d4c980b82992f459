package org.sekisho.reconciliation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class ReconciliationScreensTest {

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

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_auditor_compares_and_sees_what_is_missing() {
        AccountId person = accounts.student().id();
        CaseId caseId = Traveller.of(product, person).applies();
        AccountId auditor = auditor(Language.EN);
        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR);
                Browserless browser = Browserless.open(context)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            browser.visit("audit/reconciliation");
            browser.press("Compare now");
            assertThat(browser.text()).contains("Both agree");
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql("delete from audit_event where case_id = :case and action = 'process.operation-done'")
                        .param("case", caseId.value())
                        .update();
                browser.press("Compare now");
            });
            assertThat(browser.text())
                    .contains("Both differ", "Missing in the trail", "Process begun", caseId.toString());
        }
    }

    @Test
    void it_is_in_japanese_as_well() {
        AccountId auditor = auditor(Language.JA);
        try (SignedInAs at = SignedInAs.withRoles(auditor, Role.AUDITOR);
                Browserless browser = Browserless.open(context, Language.JA)) {
            assertThat(at.person().account()).isEqualTo(auditor);
            browser.visit("audit/reconciliation");
            assertThat(browser.text()).contains("エンジンと証跡の照合");
        }
    }

    private AccountId auditor(Language language) {
        return accounts.create(account -> account.affiliation(Affiliation.STAFF)
                        .language(language)
                        .roles(Role.AUDITOR))
                .id();
    }
}
