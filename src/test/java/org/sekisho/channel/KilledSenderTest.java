package org.sekisho.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.demo.DemoInbox;
import org.sekisho.demo.TelephoneCompany;
import org.sekisho.testing.ChildNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node dies without warning while it sends, again and again: the telephone company counts what it was asked. */
@Tag("full")
class KilledSenderTest {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "a token";

    private static final int KILLS = 24;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    /** A fixed seed: a failure can be looked at again, as far as a killed process repeats itself. */
    private final Random random = new Random(20260401);

    @Test
    void no_code_is_sent_twice_and_no_message_is_stuck(@TempDir Path directory) throws Exception {
        Path database = directory.resolve("sekisho");
        try (TelephoneCompany company =
                new TelephoneCompany(new DemoInbox(), Clock.systemUTC(), 0, ACCOUNT, TOKEN, Duration.ofSeconds(2))) {
            String address = company.address().toString();
            for (int kill = 0; kill < KILLS; kill++) {
                try (ChildNode node = ChildNode.start(SendingNode.class, database.toString(), address)) {
                    node.awaitLine(SendingNode.READY, LONG_ENOUGH);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(500)));
                    node.kill();
                }
            }
            try (ChildNode node = ChildNode.start(SendingNode.class, database.toString(), address)) {
                node.awaitLine(SendingNode.ENDED, LONG_ENOUGH);
            }
            examine(company, states(database));
        }
    }

    private static void examine(TelephoneCompany company, Map<Integer, MessageState> states) {
        assertThat(states).hasSize(SendingNode.MESSAGES);
        Map<MessageState, Integer> codes = new EnumMap<>(MessageState.class);
        states.forEach((number, state) -> {
            int asked = company.asked(SendingNode.telephone(number));
            if (SendingNode.isNews(number)) {
                assertThat(asked).as("news %d is never lost", number).isPositive();
                assertThat(state).isEqualTo(MessageState.SENT);
            } else {
                codes.merge(state, 1, Integer::sum);
                assertThat(asked).as("code %d, %s", number, state).isLessThanOrEqualTo(1);
                if (state == MessageState.SENT) {
                    assertThat(asked).as("code %d", number).isEqualTo(1);
                }
            }
        });
        assertThat(codes.keySet()).isSubsetOf(MessageState.SENT, MessageState.UNKNOWN);
        assertThat(codes.get(MessageState.UNKNOWN))
                .as("the nodes were killed while sending")
                .isPositive();
    }

    private static Map<Integer, MessageState> states(Path database) {
        Map<Integer, MessageState> states = new HashMap<>();
        JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + database))
                .sql("select message_key, state from outbound_message where sealed is null")
                .query(row -> {
                    states.put(
                            Integer.valueOf(row.getString(1).substring("message/".length())),
                            MessageState.valueOf(row.getString(2)));
                });
        return states;
    }
}
