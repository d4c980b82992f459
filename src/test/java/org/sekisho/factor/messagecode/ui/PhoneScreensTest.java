package org.sekisho.factor.messagecode.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.messagecode.Slot;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Verifications;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class PhoneScreensTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000_000);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Factors factors;

    @Autowired
    private Verifications verifications;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private MutableClock clock;

    private final String number = "090" + NUMBERS.incrementAndGet();
    private AccountId account;
    private CaseId caseId;
    private SignedInAs person;

    @BeforeEach
    void begin() {
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        caseId = CaseId.next();
        processes.start(
                new ProcessKey("factor-messagecode-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), account.value())
                        .and(Variable.id("factorId"), FactorId.next().value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void a_number_that_is_none_is_said_at_the_field_and_stays_typed() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(browser.text())
                    .contains("What phone number would you like to use?", "Text me a code", "Call me")
                    .contains("An authenticator app or a passkey is safer");
            browser.<String>fill("Phone number", "12");
            browser.press("Next");
            TextField field = browser.all(TextField.class).stream()
                    .filter(TextField::isInvalid)
                    .findFirst()
                    .orElseThrow();
            assertThat(field.getErrorMessage())
                    .isEqualTo("There is no such number in that country. Check the country and the digits.");
            assertThat(field.getValue()).isEqualTo("12");
        }
    }

    @Test
    void only_an_office_has_an_extension_and_only_the_own_phone_takes_texts() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            assertThat(browser.text()).doesNotContain("Extension");
            place(browser).setValue(Slot.OFFICE);
            assertThat(browser.text()).contains("Extension").doesNotContain("Text me a code");
        }
    }

    @Test
    void a_phone_that_was_set_up_is_asked_for_at_the_next_proof_with_another_code() {
        try (Browserless browser = Browserless.open(context)) {
            open(browser);
            browser.<String>fill("Phone number", number);
            browser.press("Next");
            assertThat(browser.heading()).isEqualTo("Answer your phone");
            assertThat(browser.text())
                    .contains("+81 •• •••• " + number.substring(7))
                    .doesNotContain(number.substring(3, 7) + number.substring(7));
            browser.<String>fill("Verification code", "000000");
            browser.press("Verify");
            assertThat(browser.text()).contains("This code is not right.");
            browser.<String>fill("Verification code", code(outgoing.of(caseId)));
            browser.press("Verify");
            assertThat(factors.active(account)).extracting(Factor::kind).containsExactly("messagecode");
            browser.visit("methods");
            assertThat(browser.text()).contains("+81 •• •••• " + number.substring(7));

            clock.advance(Duration.ofMinutes(1));
            TaskId task = verifications.stepUp(account, person.person().session(), "methods");
            browser.visit("tasks/" + task);
            assertThat(browser.text()).contains("The text message to +81 •• •••• " + number.substring(7));
            List<JdbcOutgoing.Waiting> all = outgoing.of(account).stream()
                    .filter(message -> message.channel().equals("sms"))
                    .toList();
            assertThat(all).hasSize(2);
            browser.<String>fill("Verification code", code(all));
            browser.press("Verify");
            assertThat(browser.heading()).isEqualTo("Methods");
        }
    }

    @Test
    void it_speaks_japanese() {
        try (Browserless browser = Browserless.open(context, Language.JA)) {
            open(browser);
            assertThat(browser.text()).contains("SMSでコードを受け取る", "日本 (+81)", "自分の電話");
        }
    }

    private void open(Browserless browser) {
        browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Slot> place(Browserless browser) {
        return browser.all(RadioButtonGroup.class).get(0);
    }

    private static String code(List<JdbcOutgoing.Waiting> waiting) {
        Matcher code = Pattern.compile("[0-9]{6}")
                .matcher(waiting.get(waiting.size() - 1).body());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
