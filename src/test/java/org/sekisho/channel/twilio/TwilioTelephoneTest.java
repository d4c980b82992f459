package org.sekisho.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Channel.Envelope;
import org.sekisho.channel.Receipt;
import org.sekisho.channel.Reply;
import org.sekisho.channel.SimChange.Answer;
import org.sekisho.channel.Text;
import org.sekisho.demo.DemoCall;
import org.sekisho.demo.DemoInbox;
import org.sekisho.demo.DemoText;
import org.sekisho.demo.TelephoneCompany;
import org.sekisho.shared.Language;
import org.sekisho.shared.PhoneNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The product's own client against a company on this machine that can go wrong in every way. */
class TwilioTelephoneTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String TOKEN = "a token";
    private static final String MOBILE = "+819012345678";

    private final DemoInbox inbox = new DemoInbox();
    private TelephoneCompany company;
    private TwilioRestClient client;
    private TwilioTelephone telephone;

    @BeforeEach
    void open() throws IOException {
        company = new TelephoneCompany(inbox, CLOCK, 0, ACCOUNT, TOKEN, Duration.ofMillis(10));
        TwilioProperties settings = settings(company.address(), true);
        client = new TwilioConfiguration().twilioClient(settings);
        telephone = new TwilioTelephone(client, settings, CLOCK);
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void a_text_reaches_its_number() throws Exception {
        Receipt receipt = telephone.text(text(MOBILE, "コードは 123456 です。"));

        await().until(() -> !inbox.to(MOBILE).isEmpty());
        assertThat(inbox.to(MOBILE)).singleElement().isInstanceOfSatisfying(DemoText.class, arrived -> {
            assertThat(arrived.body()).isEqualTo("コードは 123456 です。");
            assertThat(arrived.from()).isEqualTo("+81501234567");
            assertThat(receipt.carrierId()).hasValue(arrived.id());
        });
    }

    @Test
    void a_call_speaks_and_dials_the_extension() throws Exception {
        Script script = Script.of(Language.JA, new Script.Pause(1), new Script.Say("こんにちは <1> & 2"));

        telephone.call(text("+81358410000;ext=12", ""), script);

        await().until(() ->
                inbox.to("+81358410000").stream().anyMatch(call -> ((DemoCall) call).state() == DemoCall.State.ENDED));
        assertThat(inbox.to("+81358410000")).singleElement().isInstanceOfSatisfying(DemoCall.class, call -> {
            assertThat(call.transcript()).containsExactly("こんにちは <1> & 2");
            assertThat(call.extension()).isEqualTo("12");
        });
    }

    @Test
    void a_company_that_asks_for_patience_has_not_taken_it() {
        assertThatThrownBy(() -> telephone.text(text("+819012340429", "body")))
                .isInstanceOfSatisfying(Channel.NotTaken.class, notTaken -> assertThat(notTaken.retryAfter())
                        .hasValue(Duration.ofSeconds(20)));
        assertThat(company.asked("+819012340429")).isEqualTo(1);
    }

    @Test
    void a_number_that_the_company_does_not_take_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> telephone.text(text("+819012340400", "body")))
                .isInstanceOf(Channel.Refused.class)
                .hasMessage("error 21211");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+819012340500", "+819012340501", "+819012340504"})
    void what_may_have_been_taken_is_neither_refused_nor_tried_again(String number) {
        assertThat(catchThrowable(() -> telephone.text(text(number, "body"))))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(Channel.NotTaken.class)
                .hasMessageNotContaining(number);
        assertThat(company.asked(number)).isEqualTo(1);
    }

    @Test
    void a_company_that_cannot_be_reached_has_not_taken_it() {
        TwilioProperties nobody = settings(URI.create("http://127.0.0.1:1"), false);
        TwilioTelephone unreachable =
                new TwilioTelephone(new TwilioConfiguration().twilioClient(nobody), nobody, CLOCK);

        assertThatThrownBy(() -> unreachable.text(text(MOBILE, "body"))).isInstanceOf(Channel.NotTaken.class);
    }

    @Test
    void a_wrong_token_is_no_fault_of_the_message() {
        TwilioProperties wrong = settings(company.address(), false, "another token");
        TwilioTelephone stranger = new TwilioTelephone(new TwilioConfiguration().twilioClient(wrong), wrong, CLOCK);

        assertThatThrownBy(() -> stranger.text(text(MOBILE, "body"))).isInstanceOf(Channel.NotTaken.class);
    }

    @Test
    void what_is_no_number_is_refused_before_anybody_is_asked() {
        assertThatThrownBy(() -> telephone.text(text("090-1234-5678", "body"))).isInstanceOf(Channel.Refused.class);
    }

    @Test
    void a_number_that_moved_to_another_sim_is_found_out() {
        TwilioSimChange changes = new TwilioSimChange(beans(client), settings(company.address(), true));

        assertThat(changes.lately(PhoneNumber.of("+819012340700"))).isEqualTo(Answer.CHANGED);
        assertThat(changes.lately(PhoneNumber.of(MOBILE))).isEqualTo(Answer.UNCHANGED);
    }

    @Test
    void without_an_answer_or_unasked_a_change_of_sim_is_not_known() {
        assertThat(new TwilioSimChange(beans(client), settings(company.address(), false))
                        .lately(PhoneNumber.of("+819012340700")))
                .isEqualTo(Answer.NOT_KNOWN);
        company.close();
        assertThat(new TwilioSimChange(beans(client), settings(company.address(), true))
                        .lately(PhoneNumber.of("+819012340700")))
                .isEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void the_script_of_a_call_asks_for_keys_and_tells_no_secret_in_an_address() {
        String twiml = Twiml.of(
                Script.of(Language.EN, new Script.Ask("Key the number", Reply.digits(2), 1), new Script.Say("Bye")),
                round -> URI.create("https://mfa.example.ac.jp/carrier/twilio/calls/4711/keys/" + round));

        assertThat(twiml)
                .contains(
                        "action=\"https://mfa.example.ac.jp/carrier/twilio/calls/4711/keys/1\"",
                        "numDigits=\"2\"",
                        "language=\"en-US\"",
                        "Key the number",
                        "<Hangup/>");
    }

    private static Envelope text(String number, String body) {
        return new Envelope(
                UUID.randomUUID().toString(), number, Text.brief(Language.JA, body), NOW.plus(Duration.ofMinutes(10)));
    }

    private static TwilioProperties settings(URI gateway, boolean simCheck) {
        return settings(gateway, simCheck, TOKEN);
    }

    private static TwilioProperties settings(URI gateway, boolean simCheck, String token) {
        return new TwilioProperties(
                Optional.of(ACCOUNT),
                Optional.of(token),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("+81501234567"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:1")),
                Optional.of(gateway),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                simCheck);
    }

    private static ObjectProvider<TwilioRestClient> beans(TwilioRestClient client) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("client", client);
        return beans.getBeanProvider(TwilioRestClient.class);
    }
}
