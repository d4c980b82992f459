package org.sekisho.contact.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.contact.Contacts;
import org.sekisho.directory.Account;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a person sees on the way to a confirmed contact. */
@SekishoTest
class ContactScreensTest {

    private static final String ADDRESS = "Email address";
    private static final String CODE = "Verification code";

    private final CaseId caseId = CaseId.next();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private Contacts contacts;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private MutableClock clock;

    private Account person;
    private SignedInAs session;
    private Browserless browser;

    @BeforeEach
    void a_person_at_the_form() {
        person = accounts.create(account -> account.address(UUID.randomUUID() + "@example.ac.jp"));
        session = SignedInAs.holder(person.id());
        processes.start(
                new ProcessKey("contact-setup"),
                caseId,
                Variables.of(Variable.id("accountId"), person.id().value()));
        browser = Browserless.open(context);
        browser.visit("tasks/" + inbox.ofCase(caseId).get(0).id());
    }

    @AfterEach
    void leave() {
        browser.close();
        session.close();
    }

    @Test
    void the_address_is_given_and_proved() {
        assertThat(browser.heading()).isEqualTo("Contact e-mail address");
        browser.fill(ADDRESS, "home@example.org");
        browser.press("Next");

        assertThat(browser.heading()).isEqualTo("Confirm your e-mail address");
        assertThat(browser.text()).contains("h•••@example.org", "The mail is on its way.");
        browser.fill(CODE, code().substring(0, 3) + " " + code().substring(3));
        browser.press("Verify");

        assertThat(contacts.confirmed(person.id())).hasSize(1);
    }

    @Test
    void what_was_typed_wrong_stays_in_the_field_with_what_is_wrong() {
        browser.fill(ADDRESS, "one@example.org, two@example.org");
        browser.press("Next");

        TextField field = browser.field(ADDRESS);
        assertThat(field.getValue()).isEqualTo("one@example.org, two@example.org");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).startsWith("Enter one address only.");

        browser.fill(ADDRESS, "nobody");
        browser.press("Next");
        assertThat(field.getErrorMessage()).startsWith("This does not look like an e-mail address.");
    }

    @Test
    void an_address_of_the_organisation_needs_a_second_word() {
        assertThat(browser.offers("Use it anyway")).isFalse();
        browser.fill(ADDRESS, "me@example.ac.jp");
        browser.press("Next");

        assertThat(browser.<TextField>field(ADDRESS).getErrorMessage()).contains("address of the organisation itself");
        browser.press("Use it anyway");
        assertThat(browser.heading()).isEqualTo("Confirm your e-mail address");
    }

    @Test
    void a_wrong_code_is_said_in_place_and_from_the_third_on_how_many_tries_are_left() {
        browser.fill(ADDRESS, "home@example.org");
        browser.press("Next");
        String wrong = code().equals("000000") ? "000001" : "000000";

        browser.press("Verify");
        assertThat(error()).isEqualTo("Enter the 6-digit code from the mail.");
        enter(wrong);
        assertThat(error()).isEqualTo("This code is not right. Compare it with the newest mail.");
        assertThat(browser.<TextField>field(CODE).getValue()).isEqualTo(wrong);
        enter(wrong);
        enter(wrong);
        assertThat(error()).isEqualTo("This code is not right. You have 2 tries left.");
        enter(wrong);
        assertThat(error()).isEqualTo("This code is not right. You have one try left.");
        enter(wrong);

        assertThat(browser.text()).contains("Too many wrong codes");
        browser.press("Start again with an address");
        assertThat(processes.waitsAt(caseId)).isEmpty();
    }

    @Test
    void another_code_and_another_address_can_be_had() {
        browser.fill(ADDRESS, "home@example.org");
        browser.press("Next");
        clock.advance(Duration.ofSeconds(30));
        browser.visit(browser.location());

        browser.press("Send again");
        assertThat(browser.heading()).isEqualTo("Confirm your e-mail address");
        assertThat(outgoing.of(caseId)).hasSize(2);

        browser.press("Use another address");
        assertThat(browser.heading()).isEqualTo("Contact e-mail address");
    }

    private void enter(String code) {
        browser.fill(CODE, code);
        browser.press("Verify");
    }

    private String error() {
        return browser.<TextField>field(CODE).getErrorMessage();
    }

    private String code() {
        Matcher code = Pattern.compile("(?m)^ +([0-9]{6})$")
                .matcher(outgoing.of(caseId).get(0).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
