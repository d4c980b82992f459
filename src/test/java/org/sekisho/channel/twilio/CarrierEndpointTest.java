package org.sekisho.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.Destination;
import org.sekisho.channel.JdbcSentOutgoing;
import org.sekisho.channel.Message;
import org.sekisho.channel.MessageState;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Reply;
import org.sekisho.channel.Text;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What comes in at the company's addresses counts where the company has signed it, and nowhere else. */
@SekishoTest
class CarrierEndpointTest {

    private static final String BASE = "https://mfa.example.ac.jp";
    private static final String TOKEN = "test-token";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcSentOutgoing outgoing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    private MockMvc mvc;
    private final String key = "test/" + UUID.randomUUID();

    @BeforeEach
    void the_way_in() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void what_the_company_signs_is_recorded() throws Exception {
        UUID id = sent("sms", Reply.NOTHING, "SM1");

        MockHttpServletResponse response =
                tells("/carrier/twilio/messages/" + id, Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(outbox.state(key)).hasValue(MessageState.DELIVERED);
    }

    @Test
    void a_call_that_nobody_takes_is_recorded_as_such() throws Exception {
        UUID id = sent("voice", Reply.NOTHING, "CA1");

        tells("/carrier/twilio/calls/" + id, Map.of("CallSid", "CA1", "CallStatus", "no-answer"));

        assertThat(outbox.state(key)).hasValue(MessageState.UNANSWERED);
    }

    @Test
    void a_thousand_bad_reports_change_nothing_and_do_not_fill_the_trail() throws Exception {
        UUID id = sent("sms", Reply.NOTHING, "SM1");
        String path = "/carrier/twilio/messages/" + id;
        Map<String, String> form = Map.of("MessageSid", "SM1", "MessageStatus", "undelivered");
        clock.advance(Duration.ofMinutes(2));
        int recorded = outgoing.refusedReports();

        for (int number = 0; number < 250; number++) {
            assertThat(send(request(path, form)).getStatus()).as("unsigned").isEqualTo(403);
            assertThat(send(request(path, form).header("X-Twilio-Signature", "guess " + number))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(send(request(path, Map.of("MessageSid", "SM1", "MessageStatus", "failed"))
                                    .header("X-Twilio-Signature", signature(path, form)))
                            .getStatus())
                    .as("signed for another form")
                    .isEqualTo(403);
            assertThat(send(get(path).header("X-Twilio-Signature", signature(path, Map.of())))
                            .getStatus())
                    .as("not posted")
                    .isEqualTo(403);
        }

        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
        assertThat(outgoing.refusedReports()).isEqualTo(recorded + 1);
    }

    @Test
    void what_is_signed_but_not_known_changes_nothing() throws Exception {
        UUID id = sent("sms", Reply.NOTHING, "SM1");

        tells("/carrier/twilio/messages/" + UUID.randomUUID(), Map.of("MessageSid", "SM1", "MessageStatus", "failed"));
        tells("/carrier/twilio/messages/" + id, Map.of("MessageSid", "SM2", "MessageStatus", "failed"));
        tells("/carrier/twilio/messages/" + id, Map.of("MessageSid", "SM1", "MessageStatus", "accepted"));
        MockHttpServletResponse keyed =
                tells("/carrier/twilio/calls/" + id + "/keys/1", Map.of("CallSid", "SM1", "Digits", "12"));

        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
        assertThat(keyed.getContentAsString()).contains("<Response><Hangup/></Response>");
    }

    @Test
    void keys_that_nobody_waits_for_end_the_call_in_its_language() throws Exception {
        UUID id = sent("voice", Reply.digits(2), "CA1");

        MockHttpServletResponse response =
                tells("/carrier/twilio/calls/" + id + "/keys/1", Map.of("CallSid", "CA1", "Digits", "12"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/xml");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("この手続きは終了しています");
    }

    private UUID sent(String channel, Reply reply, String carrierId) {
        transaction.executeWithoutResult(status -> outbox.enqueue(new Message(
                key,
                Message.Kind.CODE,
                new AccountId(UUID.randomUUID()),
                Optional.empty(),
                new Destination(channel, "+819012345678"),
                Text.spoken(Language.JA, "body", reply),
                clock.instant().plus(Duration.ofMinutes(10)))));
        return outgoing.sentUnder(key, carrierId);
    }

    private MockHttpServletResponse tells(String path, Map<String, String> form) throws Exception {
        return send(request(path, form).header("X-Twilio-Signature", signature(path, form)));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder request(String path, Map<String, String> form) {
        MockHttpServletRequestBuilder request = post(path).servletPath(path);
        form.forEach(request::param);
        return request;
    }

    /** As the company documents it, independently of the company's own library. */
    private static String signature(String path, Map<String, String> form) throws Exception {
        StringBuilder signed = new StringBuilder(BASE + path);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
