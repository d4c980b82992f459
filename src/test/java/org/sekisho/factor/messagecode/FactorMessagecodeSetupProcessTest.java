package org.sekisho.factor.messagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.channel.Reply;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.Factors;
import org.sekisho.factor.SetupOutcome;
import org.sekisho.factor.messagecode.PhoneSetup.Given;
import org.sekisho.factor.messagecode.PhoneSetup.Proved;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variables;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SekishoTest
@TestPropertySource(properties = "sekisho.factor.messagecode.call=keyed")
class FactorMessagecodeSetupProcessTest {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    @Autowired
    private ProcessPlay play;

    @Autowired
    private Processes processes;

    @Autowired
    private PhoneSetup setup;

    @Autowired
    private MessageCodeFactor type;

    @Autowired
    private JdbcPhones phones;

    @Autowired
    private Factors factors;

    @Autowired
    private TestApps apps;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private TaskInbox inbox;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcOutgoing outgoing;

    @Autowired
    private List<KeyedAnswers> answers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    private AccountId account;
    private FactorId phone;
    private CaseId caseId;
    private SignedInAs person;
    private String number;

    @BeforeEach
    void begin() {
        number = "090" + NUMBERS.incrementAndGet();
        account = accounts.student().id();
        person = SignedInAs.holder(account);
        start();
    }

    private void start() {
        phone = FactorId.next();
        caseId = CaseId.next();
        processes.start(
                MessageCodeFactor.SETUP,
                caseId,
                Variables.of(PhoneVariables.ACCOUNT, account.value()).and(PhoneVariables.FACTOR, phone.value()));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    @AfterAll
    static void every_flow_was_taken() {
        ProcessPlay.assertEveryFlowTaken(MessageCodeFactor.SETUP);
    }

    @Test
    void the_code_of_a_text_message_makes_the_phone_a_method() {
        play.waitsAt(caseId, "userTask_giveNumber");
        assertThat(give(number, Delivery.TEXT)).isInstanceOf(Given.Taken.class);
        play.waitsAt(caseId, "userTask_answerMessage");
        JdbcOutgoing.Waiting message = newest();
        assertThat(message.channel()).isEqualTo("sms");
        assertThat(message.address()).isEqualTo("+81" + number.substring(1));
        assertThat(setup.sent(task().id()).maskedNumber()).endsWith(number.substring(7));
        assertThat(factors.active(account)).isEmpty();
        assertThat(setup.prove(task().id(), code(message))).isInstanceOf(Proved.Right.class);
        over(SetupOutcome.ENROLLED);
        Factor bound = factors.active(account).get(0);
        assertThat(bound.kind()).isEqualTo("messagecode");
        assertThat(bound.preferred()).isTrue();
        assertThat(fresh.isFresh(account, person.person().session())).isTrue();
    }

    @Test
    void the_two_digits_that_the_page_shows_keyed_during_the_call_make_the_phone_a_method() {
        give(number, Delivery.CALL);
        JdbcOutgoing.Waiting call = newest();
        assertThat(call.channel()).isEqualTo("voice");
        assertThat(call.text().reply()).isEqualTo(Reply.digits(2));
        String shown = setup.sent(task().id()).keys().orElseThrow().reveal();
        assertThat(shown).matches("[1-9][0-9]");
        assertThat(call.body()).doesNotContain(shown);
        assertThat(setup.prove(task().id(), Secret.of(shown)))
                .as("typed into the page it is worth nothing")
                .isInstanceOf(Proved.Wrong.class);
        FactorId factor = setup.factor(task().id());
        person.close();
        assertThat(key(call, shown.equals("99") ? "98" : "99")).contains(KeyedAnswers.Outcome.WRONG);
        assertThat(key(call, shown)).contains(KeyedAnswers.Outcome.RIGHT);
        assertThat(key(call, shown)).isNotEqualTo(Optional.of(KeyedAnswers.Outcome.RIGHT));
        play.hasPassed(caseId, "event_callAnswered");
        over(SetupOutcome.ENROLLED);
        person = SignedInAs.again(person.person());
        assertThat(setup.provedByCall(factor)).isTrue();
        assertThat(fresh.isFresh(account, person.person().session())).isTrue();
    }

    @Test
    void too_many_wrong_keys_end_the_task_under_its_open_page() {
        give(number, Delivery.CALL);
        JdbcOutgoing.Waiting call = newest();
        TaskId shown = task().id();
        String right = setup.sent(shown).keys().orElseThrow().reveal();
        String wrong = right.equals("99") ? "98" : "99";
        while (setup.isOpen(shown)) {
            assertThat(key(call, wrong)).isNotEqualTo(Optional.of(KeyedAnswers.Outcome.RIGHT));
        }
        play.hasPassed(caseId, "event_callAnswered");
        over(SetupOutcome.REJECTED);
        discarded();
        assertThat(key(call, right)).isNotEqualTo(Optional.of(KeyedAnswers.Outcome.RIGHT));
    }

    @Test
    void what_is_keyed_for_a_call_of_somebody_elses_is_not_ours_to_judge() {
        assertThat(answers).allSatisfy(answer -> assertThat(answer.keyed("contact/1", Secret.of("12")))
                .isEmpty());
    }

    @Test
    void a_code_sent_again_voids_the_one_before() {
        give(number, Delivery.TEXT);
        Secret<String> first = code(newest());
        assertThat(setup.again(task().id()).orElseThrow().reason()).isEqualTo(SendRefusal.Reason.TOO_SOON);
        clock.advance(Duration.ofSeconds(30));
        assertThat(setup.again(task().id())).isEmpty();
        play.waitsAt(caseId, "userTask_answerMessage");
        assertThat(setup.prove(task().id(), first)).isInstanceOf(Proved.Void.class);
        assertThat(setup.prove(task().id(), code(newest()))).isInstanceOf(Proved.Right.class);
        over(SetupOutcome.ENROLLED);
    }

    @Test
    void one_set_up_sends_five_messages_and_no_more() {
        give(number, Delivery.TEXT);
        for (int sends = 2; sends <= 5; sends++) {
            clock.advance(Duration.ofSeconds(30));
            assertThat(setup.again(task().id())).isEmpty();
        }
        clock.advance(Duration.ofSeconds(30));
        assertThat(setup.again(task().id()).orElseThrow().reason()).isEqualTo(SendRefusal.Reason.TOO_MANY);
        assertThat(outgoing.of(caseId)).hasSize(5);
    }

    @Test
    void another_number_can_be_given_and_the_first_is_forgotten() {
        give(number, Delivery.TEXT);
        Secret<String> first = code(newest());
        setup.change(task().id());
        play.waitsAt(caseId, "userTask_giveNumber");
        clock.advance(Duration.ofSeconds(30));
        give("080" + NUMBERS.incrementAndGet(), Delivery.TEXT);
        assertThat(setup.prove(task().id(), first)).isInstanceOf(Proved.Void.class);
        assertThat(newest().address()).startsWith("+8180");
    }

    @Test
    void five_wrong_codes_throw_the_number_away() {
        give(number, Delivery.TEXT);
        for (int tries = 1; tries <= 4; tries++) {
            assertThat(setup.prove(task().id(), wrong())).isEqualTo(new Proved.Wrong(tries, 5 - tries));
        }
        assertThat(setup.prove(task().id(), wrong())).isInstanceOf(Proved.Exhausted.class);
        play.hasPassed(caseId, "event_triesExhausted", "serviceTask_discardRejected", "event_setupRejected");
        over(SetupOutcome.REJECTED);
        discarded();
    }

    @Test
    void a_number_that_nobody_proves_in_time_is_thrown_away() {
        give(number, Delivery.TEXT);
        play.fireTimer(caseId, "event_bindingExpired");
        play.hasPassed(caseId, "event_bindingExpired", "serviceTask_discardExpired", "event_setupAbandoned");
        over(SetupOutcome.ABANDONED);
        discarded();
    }

    @Test
    void a_code_is_no_longer_right_after_ten_minutes() {
        give(number, Delivery.TEXT);
        Secret<String> code = code(newest());
        clock.advance(Duration.ofMinutes(10));
        assertThat(setup.prove(task().id(), code)).isInstanceOf(Proved.Void.class);
        assertThat(factors.active(account)).isEmpty();
    }

    @Test
    void numbers_that_cannot_be_used_are_refused_with_their_reason_and_nothing_is_sent() {
        assertThat(give("", Delivery.TEXT)).isEqualTo(new Given.NotTaken(PhoneProblem.EMPTY));
        assertThat(give("my phone", Delivery.TEXT)).isEqualTo(new Given.NotTaken(PhoneProblem.NOT_A_NUMBER));
        assertThat(give("090-12", Delivery.TEXT)).isEqualTo(new Given.NotTaken(PhoneProblem.IMPOSSIBLE));
        assertThat(give("0990-504-123", Delivery.CALL)).isEqualTo(new Given.NotTaken(PhoneProblem.PREMIUM));
        assertThat(give("+1 202 555 0123", Delivery.CALL)).isEqualTo(new Given.NotTaken(PhoneProblem.COUNTRY_CLOSED));
        assertThat(give("03-1234-5678", Delivery.TEXT)).isEqualTo(new Given.NotTaken(PhoneProblem.NO_TEXTS));
        assertThat(setup.give(task().id(), given(Slot.OFFICE, "03-1234-5678", "12a", Delivery.CALL)))
                .isEqualTo(new Given.NotTaken(PhoneProblem.EXTENSION));
        play.waitsAt(caseId, "userTask_giveNumber");
        assertThat(outgoing.of(caseId)).isEmpty();
    }

    @Test
    void a_number_that_is_a_method_already_is_refused() {
        give(number, Delivery.TEXT);
        setup.prove(task().id(), code(newest()));
        try (SignedInAs other = SignedInAs.holder(accounts.student().id())) {
            account = other.person().account();
            start();
            assertThat(give(number, Delivery.TEXT)).isEqualTo(new Given.NotTaken(PhoneProblem.BOUND));
        }
    }

    @Test
    void there_is_one_number_for_each_place_and_an_office_may_have_an_extension() {
        give(number, Delivery.TEXT);
        setup.prove(task().id(), code(newest()));
        start();
        assertThat(setup.slots(task())).containsExactly(Slot.ALTERNATE, Slot.OFFICE);
        assertThat(setup.deliveries(Slot.OFFICE)).containsExactly(Delivery.CALL);
        assertThat(give("080" + NUMBERS.incrementAndGet(), Delivery.TEXT))
                .isEqualTo(new Given.NotTaken(PhoneProblem.SLOT_TAKEN));
        clock.advance(Duration.ofMinutes(1));
        setup.give(task().id(), given(Slot.OFFICE, "03-1234-5678", "123", Delivery.CALL));
        assertThat(newest().address()).isEqualTo("+81312345678;ext=123");
        assertThat(setup.sent(task().id()).maskedNumber()).doesNotContain("123");
        key(newest(), setup.sent(task().id()).keys().orElseThrow().reveal());
        assertThat(type.mayAdd(factors.active(account))).isTrue();
        assertThat(phones.slots(factors.active(account).stream().map(Factor::id).toList()))
                .containsExactly(Slot.PHONE, Slot.OFFICE);
    }

    @Test
    void a_code_sent_for_one_case_is_wrong_in_another_and_right_once_of_64_in_its_own() throws Exception {
        give(number, Delivery.TEXT);
        setup.prove(task().id(), code(newest()));
        clock.advance(Duration.ofMinutes(1));
        Challenge one = new Challenge(phone, account, CaseId.next());
        Challenge two = new Challenge(phone, account, CaseId.next());
        Secret<String> code = sentFor(one);
        sentFor(two);
        assertThat(type.check(two, code)).isEqualTo(Check.WRONG);
        List<Check> found = InParallel.on(64, () -> type.check(one, code));
        assertThat(found).filteredOn(Check.RIGHT::equals).hasSize(1);
    }

    @Test
    void a_code_that_waits_to_be_sent_to_a_telephone_that_is_suspended_is_not_sent() {
        give(number, Delivery.TEXT);
        setup.prove(task().id(), code(newest()));
        clock.advance(Duration.ofMinutes(1));
        apps.enroll(account);
        CaseId signIn = CaseId.next();
        Challenge challenge = new Challenge(phone, account, signIn);
        type.admit(challenge);
        transaction.executeWithoutResult(status -> type.begin(challenge));
        assertThat(outgoing.of(signIn)).hasSize(1);
        assertThat(factors.suspend(phone)).isTrue();
        assertThat(outgoing.of(signIn)).isEmpty();
    }

    @Test
    void a_message_that_was_not_admitted_does_not_go_out() {
        give(number, Delivery.TEXT);
        setup.prove(task().id(), code(newest()));
        Challenge challenge = new Challenge(phone, account, CaseId.next());
        type.begin(challenge);
        assertThat(outgoing.of(challenge.caseId())).isEmpty();
        assertThat(type.check(challenge, Secret.of("000000"))).isEqualTo(Check.WRONG);
    }

    private Optional<KeyedAnswers.Outcome> key(JdbcOutgoing.Waiting call, String keys) {
        return answers.stream()
                .map(answer -> answer.keyed(call.key(), Secret.of(keys)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Secret<String> sentFor(Challenge challenge) {
        type.admit(challenge);
        transaction.executeWithoutResult(status -> type.begin(challenge));
        return code(outgoing.of(challenge.caseId()).get(0));
    }

    private Given give(String typed, Delivery delivery) {
        return setup.give(task().id(), given(Slot.PHONE, typed, "", delivery));
    }

    private GivenPhone given(Slot slot, String typed, String extension, Delivery delivery) {
        return new GivenPhone(slot, setup.countries().get(0), typed, extension, delivery);
    }

    private JdbcOutgoing.Waiting newest() {
        List<JdbcOutgoing.Waiting> waiting = outgoing.of(caseId);
        return waiting.get(waiting.size() - 1);
    }

    private static Secret<String> code(JdbcOutgoing.Waiting message) {
        Matcher code = CODE.matcher(message.body());
        assertThat(code.find()).isTrue();
        return Secret.of(code.group());
    }

    private Secret<String> wrong() {
        return Secret.of(code(newest()).reveal().equals("111111") ? "222222" : "111111");
    }

    private CaseTask task() {
        return inbox.ofCase(caseId).get(0);
    }

    private void over(SetupOutcome outcome) {
        play.hasEnded(caseId).nothingIsLeftOf(caseId);
        assertThat(processes.variables(caseId).find(PhoneVariables.OUTCOME)).isEqualTo(Optional.of(outcome));
    }

    private void discarded() {
        assertThat(phones.find(phone)).isEmpty();
        assertThat(factors.find(phone).orElseThrow().state()).isEqualTo(Factor.State.REVOKED);
    }
}
