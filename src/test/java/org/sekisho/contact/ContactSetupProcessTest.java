package org.sekisho.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.channel.JdbcOutgoing.Waiting;
import org.sekisho.directory.Account;
import org.sekisho.engine.EveryTable;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Secret;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Codes.CodeResult;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
class ContactSetupProcessTest {

    private static final Pattern CODE = Pattern.compile("(?m)^ +([0-9]{6})$");

    private final CaseId caseId = CaseId.next();
    private final String address = "home-" + UUID.randomUUID() + "@example.org";

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private ContactSetup setup;

    @Autowired
    private Contacts contacts;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Factors factors;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private EveryTable everyTable;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private Account person;
    private SignedInAs session;

    @BeforeEach
    void a_person_whose_contact_is_needed() {
        person = accounts.create(account -> account.address(UUID.randomUUID() + "@example.ac.jp"));
        session = SignedInAs.holder(person.id());
        processes.start(
                ContactVariables.PROCESS,
                caseId,
                Variables.of(ContactVariables.ACCOUNT_ID, person.id().value()));
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(ContactVariables.PROCESS);
    }

    @Test
    void an_address_proved_by_its_code_is_a_contact_and_is_told_everywhere() {
        play.waitsAt(caseId, "userTask_enterAddress");
        give(address);

        play.waitsAt(caseId, "userTask_enterContactCode");
        assertThat(contacts.confirmed(person.id())).isEmpty();
        assertThat(enter(code(1))).isInstanceOf(CodeResult.Right.class);

        play.hasEnded(caseId).hasPassed(caseId, "event_contactConfirmed").nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).get(ContactVariables.OUTCOME))
                .isEqualTo(ContactVariables.Outcome.CONFIRMED);
        assertThat(contacts.confirmed(person.id())).singleElement().satisfies(contact -> assertThat(contact.address())
                .isEqualTo(EmailAddress.of(address)));
        assertThat(outgoing.of(person.id()).stream().filter(mail -> mail.key().contains("contact-confirmed")))
                .extracting(Waiting::address)
                .containsExactlyInAnyOrder(person.addresses().get(0).value(), address);
    }

    @Test
    void a_code_sent_again_voids_the_earlier_one() {
        give(address);
        assertThat(setup.resend(task())).contains(ResendProblem.TOO_SOON);
        clock.advance(Duration.ofSeconds(30));

        assertThat(setup.resend(task())).isEmpty();

        play.waitsAt(caseId, "userTask_enterContactCode");
        if (!code(1).equals(code(2))) {
            assertThat(enter(code(1))).isInstanceOf(CodeResult.Voided.class);
        }
        assertThat(enter(code(2))).isInstanceOf(CodeResult.Right.class);
        play.hasEnded(caseId);
    }

    @Test
    void codes_to_one_address_are_limited() {
        give(address);
        for (int sent = 1; sent < 5; sent++) {
            clock.advance(Duration.ofSeconds(30));
            assertThat(setup.resend(task())).isEmpty();
        }
        clock.advance(Duration.ofSeconds(30));

        assertThat(setup.sentCode(task()).sendsLeft()).isZero();
        assertThat(setup.resend(task())).contains(ResendProblem.TOO_MANY);
        play.waitsAt(caseId, "userTask_enterContactCode");
    }

    @Test
    void codes_for_one_account_are_limited_within_a_day() {
        for (int number = 0; number < 15; number++) {
            give(number + address);
            setup.change(task());
        }

        assertThat(setup.give(task(), address, false)).contains(AddressProblem.TOO_MANY_CODES);
        clock.advance(Duration.ofDays(1));
        assertThat(setup.give(task(), address, false)).isEmpty();
    }

    @Test
    void another_address_takes_the_place_of_one_not_proved() {
        give("typo-" + address);
        String voided = code(1);
        clock.advance(Duration.ofSeconds(1));

        setup.change(task());

        play.waitsAt(caseId, "userTask_enterAddress");
        give(address);
        String current = code(2);
        if (!voided.equals(current)) {
            assertThat(enter(voided)).isInstanceOf(CodeResult.Wrong.class);
        }
        assertThat(enter(current)).isInstanceOf(CodeResult.Right.class);
        assertThat(contacts.confirmed(person.id()))
                .extracting(contact -> contact.address().value())
                .containsExactly(address);
    }

    @Test
    void a_code_expires_after_ten_minutes() {
        give(address);
        String code = code(1);
        clock.advance(Duration.ofMinutes(10));

        assertThat(enter(code)).isInstanceOf(CodeResult.Expired.class);
        assertThat(contacts.confirmed(person.id())).isEmpty();
    }

    @Test
    void too_many_wrong_codes_abandon_the_address() {
        give(address);
        String wrong = code(1).equals("000000") ? "000001" : "000000";
        for (int tries = 1; tries < 5; tries++) {
            assertThat(enter(wrong)).isInstanceOf(CodeResult.Wrong.class);
        }
        assertThat(enter(wrong)).isInstanceOf(CodeResult.Exhausted.class);
        assertThat(enter(code(1))).as("the right one comes too late").isInstanceOf(CodeResult.Exhausted.class);

        setup.abandon(task());

        play.hasEnded(caseId).hasPassed(caseId, "event_contactAbandoned");
        assertThat(processes.variables(caseId).get(ContactVariables.OUTCOME))
                .isEqualTo(ContactVariables.Outcome.ABANDONED);
        assertThat(contacts.confirmed(person.id())).isEmpty();
    }

    @Test
    void what_is_not_one_address_is_not_taken() {
        assertThat(setup.give(task(), " ", false)).contains(AddressProblem.EMPTY);
        assertThat(setup.give(task(), "nobody", false)).contains(AddressProblem.MALFORMED);
        assertThat(setup.give(task(), "a b@example.org", false)).contains(AddressProblem.MALFORMED);
        assertThat(setup.give(task(), "a@example", false)).contains(AddressProblem.MALFORMED);
        for (String several :
                List.of("a@example.org,b@example.org", "a@example.org; b@example.org", "a@example.org b@example.org")) {
            assertThat(setup.give(task(), several, false)).contains(AddressProblem.SEVERAL);
        }
        assertThat(setup.give(task(), "a@example.org\r\nBcc: b@example.org", false))
                .contains(AddressProblem.SEVERAL);
        play.waitsAt(caseId, "userTask_enterAddress");
        assertThat(outgoing.of(caseId)).isEmpty();
    }

    @Test
    void an_address_in_full_width_characters_is_understood() {
        give("ｈｏｍｅ＠ｅｘａｍｐｌｅ．ｏｒｇ");

        assertThat(outgoing.of(caseId)).extracting(Waiting::address).containsExactly("home@example.org");
    }

    @Test
    void an_address_of_the_organisation_is_taken_after_a_warning() {
        String own = UUID.randomUUID() + "@mail.example.ac.jp";

        assertThat(setup.give(task(), own, false)).contains(AddressProblem.OWN);
        play.waitsAt(caseId, "userTask_enterAddress");
        assertThat(setup.give(task(), own, true)).isEmpty();

        play.waitsAt(caseId, "userTask_enterContactCode");
    }

    @Test
    void an_address_confirmed_before_is_not_confirmed_again() {
        give(address);
        enter(code(1));
        CaseId later = CaseId.next();
        processes.start(
                ContactVariables.PROCESS,
                later,
                Variables.of(ContactVariables.ACCOUNT_ID, person.id().value()));

        TaskId task = inbox.ofCase(later).get(0).id();
        assertThat(setup.give(task, address.toUpperCase(java.util.Locale.ROOT), false))
                .contains(AddressProblem.ALREADY_CONFIRMED);
    }

    @Test
    void a_person_with_a_method_proves_it_first() {
        FactorId factor = FactorId.next();
        transaction.executeWithoutResult(status -> {
            factors.begin(factor, person.id(), "totp", caseId);
            factors.activate(factor);
        });

        assertThat(setup.needsProof(task())).isTrue();
        assertThatThrownBy(() -> setup.give(task(), address, false)).isInstanceOf(ProofNeeded.class);

        TaskId proof = setup.prove(task());
        assertThat(inbox.find(proof)).isPresent();
        play.waitsAt(caseId, "userTask_enterAddress");
    }

    @Test
    void nobody_else_can_work_the_task() {
        TaskId task = task();
        Account stranger = accounts.student();
        try (SignedInAs other = SignedInAs.holder(stranger.id())) {
            assertThatThrownBy(() -> setup.give(task, address, false)).isInstanceOf(TaskUnavailable.class);
        }
        play.waitsAt(caseId, "userTask_enterAddress");
    }

    @Test
    void a_second_press_of_the_button_finds_the_task_gone() {
        TaskId task = task();
        give(address);

        assertThatThrownBy(() -> setup.give(task, address, false)).isInstanceOf(TaskUnavailable.class);
        assertThat(outgoing.of(caseId)).hasSize(1);
    }

    @Test
    void neither_address_nor_code_stands_in_any_table() {
        give(address);
        String code = code(1);
        enter(code);

        assertThat(everyTable.placesOf(List.of(address, code))).isEmpty();
    }

    private void give(String typed) {
        assertThat(setup.give(task(), typed, false)).isEmpty();
    }

    private CodeResult enter(String code) {
        return setup.enter(task(), Secret.of(code));
    }

    private TaskId task() {
        return inbox.ofCase(caseId).get(0).id();
    }

    /** The code in the mail that the case sent first, second, … */
    private String code(int number) {
        Matcher code = CODE.matcher(outgoing.of(caseId).get(number - 1).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
