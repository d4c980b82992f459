package org.sekisho.factor.passkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.TestingLifecycleHookKt;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kotlin.Unit;
import kotlin.jvm.functions.Function1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.passkey.TestDevice;
import org.sekisho.factor.passkey.TestPasskeys;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verifications;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a person reads when a device answers, and when it does not. */
@SekishoTest
class PasskeyScreensTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Verifications verifications;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private Factors factors;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestApps apps;

    @Autowired
    private TestPasskeys passkeys;

    private final TestDevice device = new TestDevice();
    private UnaryOperator<String> says = options -> "";
    private String trouble = "";
    private List<Function1<PendingJavaScriptInvocation, Unit>> before = List.of();
    private AccountId account;
    private SignedInAs person;

    @BeforeEach
    void a_person_with_a_method() {
        account = accounts.student().id();
        apps.enroll(account);
        person = SignedInAs.holder(account);
        before = TestingLifecycleHookKt.getPendingJavascriptInvocationHandlers();
        List<Function1<PendingJavaScriptInvocation, Unit>> handlers = new ArrayList<>(before);
        handlers.add(this::answer);
        TestingLifecycleHookKt.setPendingJavascriptInvocationHandlers(handlers);
    }

    @AfterEach
    void leave() {
        TestingLifecycleHookKt.setPendingJavascriptInvocationHandlers(before);
        person.close();
    }

    @Test
    void a_registration_says_what_is_missing_and_what_went_wrong_until_it_is_done() {
        fresh.proved(account, person.person().session());
        try (Browserless browser = open(setup(), Language.EN)) {
            assertThat(browser.heading()).isEqualTo("Add a passkey");
            browser.press("Create passkey");
            assertThat(browser.text()).contains("Please give the passkey a name");
            browser.<String>fill("Name of the passkey", "Blue key");
            pressWithTrouble(browser, "Create passkey", "NotAllowedError");
            assertThat(browser.text()).contains("No passkey was made").doesNotContain("Your browser is asking");
            pressWithTrouble(browser, "Create passkey", "InvalidStateError");
            assertThat(browser.text()).contains("holds a passkey of your account already");
            pressWithTrouble(browser, "Create passkey", "SecurityError");
            assertThat(browser.text()).contains("does not allow passkeys at this address");
            press(browser, "Create passkey", options -> "nonsense");
            assertThat(browser.text()).contains("was not accepted", "4 tries are left");
            assertThat(browser.<TextField>field("Name of the passkey").getValue())
                    .isEqualTo("Blue key");
            press(browser, "Create passkey", options -> device.creates(options).reveal());
            assertThat(factors.active(account)).hasSize(2);
        }
    }

    @Test
    void without_a_fresh_proof_the_page_asks_for_one_first() {
        try (Browserless browser = open(setup(), Language.JA)) {
            assertThat(browser.text()).contains("先に、お持ちの認証方法で本人確認をしてください");
            browser.press("本人確認へ進む");
            assertThat(browser.heading()).isEqualTo("本人確認");
        }
    }

    @Test
    void whoever_would_rather_not_is_let_go() {
        fresh.proved(account, person.person().session());
        try (Browserless browser = open(setup(), Language.EN)) {
            browser.press("Not now");
            assertThat(factors.active(account)).hasSize(1);
        }
    }

    @Test
    void a_proof_says_what_became_of_it_in_words_about_passkeys() {
        FactorId passkey = passkeys.enroll(account, device);
        try (Browserless browser = openProof(passkey)) {
            pressWithTrouble(browser, "Use passkey", "NotAllowedError");
            assertThat(browser.text()).contains("No passkey answered", "use another method");
            pressWithTrouble(browser, "Use passkey", "AbortError");
            assertThat(browser.text()).contains("Your browser is asking for the passkey now");
            String[] first = new String[1];
            TestDevice stranger = new TestDevice();
            for (int wrong = 0; wrong < 2; wrong++) {
                press(browser, "Use passkey", options -> {
                    first[0] = options;
                    return stranger.signs(options).reveal();
                });
                assertThat(browser.text())
                        .contains("That passkey was not accepted")
                        .doesNotContain("code is wrong", "left.");
            }
            press(browser, "Use passkey", options -> stranger.signs(options).reveal());
            assertThat(browser.text()).contains("That passkey was not accepted", "4 tries are left");
            press(browser, "Use passkey", options -> device.signs(options).reveal());
            assertThat(factors.find(passkey).flatMap(Factor::lastUsedAt)).isPresent();
        }
    }

    @Test
    void a_passkey_that_was_removed_meanwhile_is_said_to_be_gone() {
        FactorId passkey = passkeys.enroll(account, device);
        try (Browserless browser = openProof(passkey)) {
            factors.revoke(passkey, "removed");
            browser.press("Use passkey");
            assertThat(browser.text()).contains("This passkey is no longer one of your methods");
        }
    }

    @Test
    void the_sign_in_page_offers_it_to_everybody_and_says_when_nothing_answers() {
        person.close();
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("login");
            pressWithTrouble(browser, "パスキーでサインイン", "NotAllowedError");
            assertThat(browser.text()).contains("パスキーの応答がありませんでした", "ユーザー名とパスワードでサインインしてください");
            pressWithTrouble(browser, "パスキーでサインイン", "NotSupportedError");
            assertThat(browser.text()).contains("パスキーに必要な機能を利用できません").doesNotContain("パスキーの応答がありませんでした");
        }
        person = SignedInAs.holder(account);
    }

    private CaseId setup() {
        CaseId caseId = CaseId.next();
        processes.start(
                new ProcessKey("factor-passkey-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), account.value())
                        .and(Variable.id("factorId"), FactorId.next().value()));
        return caseId;
    }

    private Browserless open(CaseId caseId, Language language) {
        Browserless browser = Browserless.open(context, language);
        browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
        return browser;
    }

    private Browserless openProof(FactorId passkey) {
        Browserless browser = Browserless.open(context);
        browser.visit("tasks/" + verifications.stepUp(account, person.person().session(), ""));
        browser.press("Use another method");
        browser.press("Passkey or security key");
        assertThat(browser.offers("Use passkey")).isTrue();
        assertThat(factors.find(passkey)).isPresent();
        return browser;
    }

    private void press(Browserless browser, String button, UnaryOperator<String> answer) {
        trouble = "";
        says = answer;
        browser.press(button);
    }

    private void pressWithTrouble(Browserless browser, String button, String name) {
        trouble = name;
        browser.press(button);
    }

    /** What the script in the browser would bring back. */
    private Unit answer(PendingJavaScriptInvocation asked) {
        if (asked.getInvocation().getExpression().contains("sekishoPasskey")) {
            String options = (String) asked.getInvocation().getParameters().get(0);
            JsonObject result = Json.createObject();
            if (trouble.isEmpty()) {
                result.put("answer", says.apply(options));
            } else {
                result.put("trouble", trouble);
            }
            asked.complete(result);
        }
        return Unit.INSTANCE;
    }
}
