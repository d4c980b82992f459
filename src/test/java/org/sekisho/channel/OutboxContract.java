package org.sekisho.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Language;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.MutableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox does on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxContract {

    private static final String SUBJECT = "件名 subject-marker";
    private static final String BODY = "body-marker 314159";

    private AccountId account;
    private CaseId caseId;
    private String key;
    private String address;

    private DatabaseBeans beans;
    private JdbcOutbox outbox;
    private Dispatcher dispatcher;
    private ProbeChannel carrier;
    private CarrierReports reports;
    private Heard heard;
    private AuditTrail trail;
    private JdbcClient jdbc;
    private MutableClock clock;
    private PlatformTransactionManager transactions;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(
                database(),
                Settings.class,
                JdbcMessages.class,
                JdbcOutbox.class,
                RecordedReports.class,
                Breakers.class,
                Dispatcher.class,
                ProbeChannel.class,
                Heard.class);
        reports = beans.get(CarrierReports.class);
        heard = beans.get(Heard.class);
        outbox = beans.get(JdbcOutbox.class);
        dispatcher = beans.get(Dispatcher.class);
        carrier = beans.get(ProbeChannel.class);
        trail = beans.get(AuditTrail.class);
        jdbc = beans.get(JdbcClient.class);
        clock = beans.get(MutableClock.class);
        transactions = beans.get(PlatformTransactionManager.class);
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @BeforeEach
    void a_carrier_that_takes_everything() {
        account = new AccountId(UUID.randomUUID());
        caseId = CaseId.next();
        key = "test/" + UUID.randomUUID();
        address = UUID.randomUUID() + "@example.org";
        carrier.behave(envelope -> Receipt.TAKEN);
    }

    @Test
    void a_committed_message_is_sent_once_and_erased() {
        enqueue(Message.Kind.CODE);

        dispatcher.dispatchDue();
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).singleElement().satisfies(envelope -> {
            assertThat(envelope.text().subject()).isEqualTo(SUBJECT);
            assertThat(envelope.text().body()).isEqualTo(BODY);
        });
        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
        assertThat(outbox.unsent(account)).isZero();
        assertThat(sealed()).isEmpty();
        assertThat(actions()).containsExactly("channel.message-sent");
    }

    @Test
    void a_message_rolls_back_with_its_cause() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.enqueue(message(Message.Kind.CODE));
            status.setRollbackOnly();
        });

        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).isEmpty();
        assertThat(outbox.state(key)).isEmpty();
    }

    @Test
    void a_message_without_a_transaction_is_a_defect() {
        assertThatThrownBy(() -> outbox.enqueue(message(Message.Kind.CODE))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_second_message_with_the_same_key_is_not_taken() {
        enqueue(Message.Kind.NOTICE);
        enqueue(Message.Kind.NOTICE);
        dispatcher.dispatchDue();
        enqueue(Message.Kind.NOTICE);
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).hasSize(1);
    }

    @Test
    void neither_address_nor_text_stands_in_the_table() {
        enqueue(Message.Kind.CODE);

        String stored = new String(sealed().orElseThrow(), StandardCharsets.UTF_8);
        assertThat(stored).doesNotContain(address, "subject-marker", "body-marker", "314159");
    }

    @Test
    void an_expired_message_is_never_sent() {
        enqueue(Message.Kind.CODE);
        clock.advance(Duration.ofMinutes(10));

        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).isEmpty();
        assertThat(outbox.state(key)).hasValue(MessageState.EXPIRED);
        assertThat(sealed()).isEmpty();
        assertThat(actions()).containsExactly("channel.message-expired");
    }

    @Test
    void a_failed_sending_is_tried_again_later_under_the_same_id() {
        carrier.behave(failing());
        enqueue(Message.Kind.CODE);
        dispatcher.dispatchDue();
        assertThat(outbox.state(key)).hasValue(MessageState.PENDING);

        carrier.behave(envelope -> Receipt.TAKEN);
        dispatcher.dispatchDue();
        assertThat(carrier.handedTo(address)).as("not before its time").hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        dispatcher.dispatchDue();

        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
        assertThat(carrier.handedTo(address)).hasSize(2);
        assertThat(carrier.handedTo(address).stream().map(Channel.Envelope::id).distinct())
                .hasSize(1);
    }

    @Test
    void tries_are_bounded() {
        carrier.behave(failing());
        enqueue(Message.Kind.NOTICE);

        for (int hour = 0; hour < 10; hour++) {
            dispatcher.dispatchDue();
            clock.advance(Duration.ofHours(1));
        }

        assertThat(carrier.handedTo(address)).hasSize(6);
        assertThat(outbox.state(key)).hasValue(MessageState.FAILED);
        assertThat(sealed()).isEmpty();
    }

    @Test
    void a_code_is_not_tried_beyond_its_expiry() {
        carrier.behave(failing());
        enqueue(Message.Kind.CODE);

        for (int minute = 0; minute < 12; minute++) {
            dispatcher.dispatchDue();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(outbox.state(key)).hasValue(MessageState.EXPIRED);
    }

    @Test
    void a_refused_message_fails_at_once() {
        carrier.behave(envelope -> {
            throw new Channel.Refused("no such mailbox");
        });
        enqueue(Message.Kind.NOTICE);

        dispatcher.dispatchDue();
        clock.advance(Duration.ofHours(2));
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).hasSize(1);
        assertThat(outbox.state(key)).hasValue(MessageState.FAILED);
        assertThat(actions()).containsExactly("channel.message-failed");
    }

    @Test
    void a_channel_that_does_not_exist_fails_the_message() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> outbox.enqueue(new Message(
                        key,
                        Message.Kind.NOTICE,
                        account,
                        Optional.of(caseId),
                        new Destination("pigeon", address),
                        Text.of(Language.JA, SUBJECT, BODY),
                        clock.instant().plus(Duration.ofDays(1)))));

        dispatcher.dispatchDue();

        assertThat(outbox.state(key)).hasValue(MessageState.FAILED);
    }

    @Test
    void a_code_whose_node_died_while_sending_is_never_sent_again() {
        enqueue(Message.Kind.CODE);
        claimAndDie();

        clock.advance(Duration.ofMinutes(2));
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).isEmpty();
        assertThat(outbox.state(key)).hasValue(MessageState.UNKNOWN);
        assertThat(sealed()).isEmpty();
        assertThat(actions()).containsExactly("channel.message-unknown");
    }

    @Test
    void news_whose_node_died_while_sending_goes_out_again_under_the_same_id() {
        enqueue(Message.Kind.NOTICE);
        Claim lost = claimAndDie();

        dispatcher.dispatchDue();
        assertThat(carrier.handedTo(address)).as("the lock still holds").isEmpty();
        clock.advance(Duration.ofMinutes(2));
        dispatcher.dispatchDue();
        clock.advance(Duration.ofSeconds(10));
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).singleElement().satisfies(envelope -> assertThat(envelope.id())
                .isEqualTo(lost.envelope().id()));
        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
    }

    @Test
    void a_result_that_comes_after_the_lock_changes_nothing() {
        enqueue(Message.Kind.CODE);
        Claim late = claimAndDie();
        clock.advance(Duration.ofMinutes(2));
        dispatcher.dispatchDue();

        outbox.notTaken(late, Optional.empty());

        assertThat(outbox.state(key)).hasValue(MessageState.UNKNOWN);
    }

    @Test
    void a_code_that_may_have_been_taken_is_never_sent_again() {
        carrier.behave(silent());
        enqueue(Message.Kind.CODE);

        for (int minute = 0; minute < 9; minute++) {
            dispatcher.dispatchDue();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(carrier.handedTo(address)).hasSize(1);
        assertThat(outbox.state(key)).hasValue(MessageState.UNKNOWN);
        assertThat(sealed()).isEmpty();
    }

    @Test
    void news_that_may_have_been_taken_goes_out_again_under_the_same_id() {
        carrier.behave(silent());
        enqueue(Message.Kind.NOTICE);
        dispatcher.dispatchDue();
        carrier.behave(envelope -> Receipt.TAKEN);
        clock.advance(Duration.ofSeconds(10));
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).hasSize(2);
        assertThat(carrier.handedTo(address).stream().map(Channel.Envelope::id).distinct())
                .hasSize(1);
        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
    }

    @Test
    void a_carrier_that_asks_for_patience_gets_it() {
        carrier.behave(envelope -> {
            throw new Channel.NotTaken("throttled", Optional.of(Duration.ofSeconds(90)));
        });
        enqueue(Message.Kind.CODE);
        dispatcher.dispatchDue();

        carrier.behave(envelope -> Receipt.TAKEN);
        clock.advance(Duration.ofSeconds(89));
        dispatcher.dispatchDue();
        assertThat(carrier.handedTo(address)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).hasSize(2);
        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
    }

    @Test
    void a_carrier_that_does_not_work_is_left_alone_and_tried_again_later() {
        carrier.behave(failing());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int number = 0; number < 60; number++) {
                outbox.enqueue(message(key + "/" + number, Message.Kind.NOTICE));
            }
        });

        dispatcher.dispatchDue();
        int tried = carrier.handedTo(address).size();
        dispatcher.dispatchDue();

        assertThat(tried).isBetween(10, 45);
        assertThat(carrier.handedTo(address)).as("while it rests").hasSize(tried);
        assertThat(outbox.unsent(account)).isEqualTo(60);

        carrier.behave(envelope -> Receipt.TAKEN);
        for (int half = 0; half < 4; half++) {
            clock.advance(Duration.ofSeconds(30));
            dispatcher.dispatchDue();
        }
        assertThat(outbox.unsent(account)).isZero();
    }

    @Test
    void a_discarded_case_sends_nothing_more() {
        enqueue(Message.Kind.NOTICE);
        outbox.discardOf(caseId);

        dispatcher.dispatchDue();

        assertThat(carrier.handedTo(address)).isEmpty();
        assertThat(outbox.state(key)).hasValue(MessageState.EXPIRED);
    }

    @Test
    void a_message_on_its_way_when_its_case_is_discarded_is_not_tried_again() {
        carrier.behave(envelope -> {
            outbox.discardOf(caseId);
            return failing().handle(envelope);
        });
        enqueue(Message.Kind.NOTICE);

        dispatcher.dispatchDue();

        assertThat(outbox.state(key)).hasValue(MessageState.EXPIRED);
        assertThat(outbox.unsent(account)).isZero();
    }

    @Test
    void many_dispatchers_send_each_message_once() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int number = 0; number < 40; number++) {
                outbox.enqueue(message(key + "/" + number, Message.Kind.CODE));
            }
        });

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                running.add(nodes.submit(() -> dispatcher.dispatchDue()));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(carrier.handedTo(address)).hasSize(40).doesNotHaveDuplicates();
        assertThat(outbox.unsent(account)).isZero();
    }

    @Test
    void what_the_carrier_reports_is_recorded_once_and_told() {
        UUID id = sentUnder("SM1");

        assertThat(reports.report(id, "SM1", MessageState.DELIVERED)).isTrue();
        assertThat(reports.report(id, "SM1", MessageState.DELIVERED))
                .as("a replay")
                .isFalse();
        assertThat(reports.report(id, "SM1", MessageState.UNDELIVERED))
                .as("out of order")
                .isFalse();

        assertThat(outbox.state(key)).hasValue(MessageState.DELIVERED);
        assertThat(actions()).containsExactly("channel.message-sent", "channel.message-delivered");
        assertThat(heard.of(key)).containsExactly(MessageState.SENT, MessageState.DELIVERED);
    }

    @Test
    void a_report_about_another_message_changes_nothing() {
        UUID id = sentUnder("SM1");

        assertThat(reports.report(id, "SM2", MessageState.DELIVERED)).isFalse();
        assertThat(reports.report(UUID.randomUUID(), "SM1", MessageState.DELIVERED))
                .isFalse();

        assertThat(outbox.state(key)).hasValue(MessageState.SENT);
    }

    @Test
    void a_report_about_what_was_never_sent_changes_nothing() {
        enqueue(Message.Kind.CODE);
        UUID id = jdbc.sql("select id from outbound_message where message_key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();

        assertThat(reports.report(id, "SM1", MessageState.DELIVERED)).isFalse();
        clock.advance(Duration.ofMinutes(10));
        dispatcher.dispatchDue();

        assertThat(reports.report(id, "SM1", MessageState.DELIVERED)).isFalse();
        assertThat(outbox.state(key)).hasValue(MessageState.EXPIRED);
    }

    @Test
    void a_report_that_overtakes_the_answer_counts() {
        carrier.behave(envelope -> {
            reports.report(UUID.fromString(envelope.id()), "SM1", MessageState.DELIVERED);
            return Receipt.tracked("SM1");
        });
        enqueue(Message.Kind.CODE);

        dispatcher.dispatchDue();

        assertThat(outbox.state(key)).hasValue(MessageState.DELIVERED);
        assertThat(sealed()).isEmpty();
    }

    @Test
    void a_report_settles_what_was_unknown() {
        enqueue(Message.Kind.CODE);
        Claim lost = claimAndDie();
        clock.advance(Duration.ofMinutes(2));
        dispatcher.dispatchDue();
        assertThat(outbox.state(key)).hasValue(MessageState.UNKNOWN);

        reports.report(lost.id(), "SM1", MessageState.UNDELIVERED);

        assertThat(outbox.state(key)).hasValue(MessageState.UNDELIVERED);
    }

    @Test
    void what_a_call_asks_for_is_known_after_its_text_is_erased() {
        carrier.behave(envelope -> Receipt.tracked("CA1"));
        Instant expiresAt = clock.instant().plus(Duration.ofMinutes(5));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> outbox.enqueue(new Message(
                        key,
                        Message.Kind.CODE,
                        account,
                        Optional.of(caseId),
                        new Destination("probe", address),
                        Text.spoken(Language.JA, BODY, Reply.digits(2)),
                        expiresAt)));
        dispatcher.dispatchDue();
        Channel.Envelope sent = carrier.handedTo(address).get(0);

        assertThat(sent.text()).isEqualTo(Text.spoken(Language.JA, BODY, Reply.digits(2)));
        assertThat(reports.find(UUID.fromString(sent.id())))
                .contains(new SentMessage(
                        UUID.fromString(sent.id()),
                        key,
                        account,
                        Language.JA,
                        Reply.digits(2),
                        MessageState.SENT,
                        Optional.of("CA1"),
                        expiresAt));
    }

    private UUID sentUnder(String carrierId) {
        carrier.behave(envelope -> Receipt.tracked(carrierId));
        enqueue(Message.Kind.CODE);
        dispatcher.dispatchDue();
        return UUID.fromString(carrier.handedTo(address).get(0).id());
    }

    private Claim claimAndDie() {
        UUID node = UUID.randomUUID();
        for (Optional<Claim> claim = outbox.claim(node, Set.of());
                claim.isPresent();
                claim = outbox.claim(node, Set.of())) {
            if (claim.get().account().equals(account.value())) {
                return claim.get();
            }
            outbox.sent(claim.get(), Receipt.TAKEN);
        }
        throw new AssertionError("nothing to claim");
    }

    private ProbeChannel.Behaviour failing() {
        return envelope -> {
            if (envelope.address().equals(address)) {
                throw new Channel.NotTaken("the carrier is down");
            }
            return Receipt.TAKEN;
        };
    }

    private ProbeChannel.Behaviour silent() {
        return envelope -> {
            if (envelope.address().equals(address)) {
                throw new IllegalStateException("no answer");
            }
            return Receipt.TAKEN;
        };
    }

    private void enqueue(Message.Kind kind) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.enqueue(message(kind)));
    }

    private Message message(Message.Kind kind) {
        return message(key, kind);
    }

    private Message message(String messageKey, Message.Kind kind) {
        Duration life = kind == Message.Kind.CODE ? Duration.ofMinutes(10) : Duration.ofDays(7);
        return new Message(
                messageKey,
                kind,
                account,
                Optional.of(caseId),
                new Destination("probe", address),
                Text.of(Language.JA, SUBJECT, BODY),
                clock.instant().plus(life));
    }

    private Optional<byte[]> sealed() {
        return jdbc.sql("select sealed from outbound_message where message_key = :key")
                .param("key", key)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .single();
    }

    private List<String> actions() {
        return trail.ofCase(caseId.value()).stream().map(AuditEvent::action).toList();
    }

    /** Listens as a screen would. */
    static class Heard {

        private final List<DeliveryChanged> changes = new CopyOnWriteArrayList<>();

        @TransactionalEventListener
        void on(DeliveryChanged change) {
            changes.add(change);
        }

        List<MessageState> of(String key) {
            return changes.stream()
                    .filter(change -> change.messageKey().equals(key))
                    .map(DeliveryChanged::state)
                    .toList();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan("org.sekisho.audit")
    static class Settings {

        @Bean
        ChannelProperties channelProperties() {
            return new ChannelProperties(
                    false,
                    Duration.ofSeconds(2),
                    4,
                    Duration.ofMinutes(2),
                    20,
                    Duration.ofSeconds(30),
                    List.of(
                            Duration.ofSeconds(10),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(15),
                            Duration.ofHours(1)));
        }
    }
}
