package org.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.sekisho.SekishoApplication;
import org.sekisho.channel.Destination;
import org.sekisho.channel.KeyedAnswers;
import org.sekisho.channel.Message;
import org.sekisho.channel.MessageState;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Reply;
import org.sekisho.channel.Text;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way of a text and of a call: outbox, company, signed reports, keys, and back. */
@SpringBootTest(
        classes = SekishoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:telephone;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0",
            "sekisho.channel.twilio.read-timeout=2s",
            "vaadin.productionMode=true",
            "vaadin.react.enable=false"
        })
@ActiveProfiles("demo")
@Import(DemoTelephoneIT.Asking.class)
class DemoTelephoneIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Owner owner;

    @Autowired
    private Clock clock;

    private final String key = "telephone/" + UUID.randomUUID();

    @Test
    void a_text_arrives_and_its_delivery_is_known() {
        send("sms", "+819011110001", Text.brief(Language.JA, "コードは 314159 です。"));

        await().atMost(A_WHILE).until(() -> outbox.state(key).equals(Optional.of(MessageState.DELIVERED)));
        assertThat(messagesTo("+819011110001")).singleElement().satisfies(message -> {
            assertThat(message).containsEntry("kind", "text").containsEntry("body", "コードは 314159 です。");
        });
    }

    @Test
    void what_the_network_refuses_is_known() {
        send("sms", "+819011110601", Text.brief(Language.EN, "Your code is 271828."));

        await().atMost(A_WHILE).until(() -> outbox.state(key).equals(Optional.of(MessageState.UNDELIVERED)));
        assertThat(messagesTo("+819011110601")).isEmpty();
    }

    @Test
    void a_company_that_does_not_answer_leaves_a_code_unknown_until_it_reports() {
        send("sms", "+819011110504", Text.brief(Language.EN, "Your code is 271828."));

        await().atMost(A_WHILE).until(() -> outbox.state(key)
                .filter(state -> state == MessageState.UNKNOWN || state == MessageState.DELIVERED)
                .isPresent());
        await().atMost(A_WHILE).until(() -> outbox.state(key).equals(Optional.of(MessageState.DELIVERED)));
    }

    @Test
    void a_call_that_nobody_takes_is_known() {
        send("voice", "+819011110604", Text.spoken(Language.EN, "Your code is 271828.", Reply.NOTHING));

        await().atMost(A_WHILE).until(() -> outbox.state(key).equals(Optional.of(MessageState.UNANSWERED)));
    }

    @Test
    void keys_on_the_telephone_reach_the_module_that_asked_and_the_call_says_what_it_found() {
        send("voice", "+819011110002", Text.spoken(Language.EN, "Key the number on your screen.", Reply.digits(2)));

        String id = await().atMost(A_WHILE)
                .until(() -> listening("+819011110002"), Optional::isPresent)
                .orElseThrow();
        press(id, "41");
        await().atMost(A_WHILE).until(() -> transcript("+819011110002").contains("not the number on your screen"));
        await().atMost(A_WHILE).until(() -> listening("+819011110002").isPresent());
        press(id, "42");

        await().atMost(A_WHILE).until(() -> transcript("+819011110002").contains("that is right"));
        assertThat(owner.heard).containsExactly("41", "42");
        assertThat(outbox.state(key)).hasValue(MessageState.DELIVERED);
        await().atMost(A_WHILE)
                .until(() -> http.postForEntity("/demo/api/calls/" + id + "/keys?keys=1", null, Void.class)
                        .getStatusCode()
                        .equals(HttpStatus.NOT_FOUND));
    }

    private void send(String channel, String number, Text text) {
        owner.key = key;
        transaction.executeWithoutResult(status -> outbox.enqueue(new Message(
                key,
                Message.Kind.CODE,
                new AccountId(UUID.randomUUID()),
                Optional.empty(),
                new Destination(channel, number),
                text,
                clock.instant().plus(Duration.ofMinutes(10)))));
    }

    private Optional<String> listening(String number) {
        return messagesTo(number).stream()
                .filter(call -> "LISTENING".equals(call.get("state")))
                .map(call -> String.valueOf(call.get("id")))
                .findFirst();
    }

    private String transcript(String number) {
        return String.valueOf(messagesTo(number));
    }

    private void press(String id, String keys) {
        assertThat(http.postForEntity("/demo/api/calls/{id}/keys?keys={keys}", null, Void.class, id, keys)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> messagesTo(String number) {
        List<Map<String, Object>> found = http.getForObject("/demo/api/messages?to={number}", List.class, number);
        return found == null ? List.of() : found;
    }

    /** Knows that 42 stands on the screen. */
    static final class Owner implements KeyedAnswers {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile String key = "";

        @Override
        public Optional<Outcome> keyed(String messageKey, Secret<String> keyed) {
            if (!messageKey.equals(key)) {
                return Optional.empty();
            }
            heard.add(keyed.reveal());
            return Optional.of(keyed.reveal().equals("42") ? Outcome.RIGHT : Outcome.WRONG);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Asking {

        @Bean
        Owner owner() {
            return new Owner();
        }
    }
}
