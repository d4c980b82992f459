package org.sekisho.channel;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcDataSource;
import org.sekisho.channel.twilio.TelephoneClient;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Language;
import org.sekisho.testing.DatabaseBeans;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node that does nothing but take messages and send them as texts, every fifth of them news. Takes up where the one before it
 * was killed, and ends when every message has.
 */
class SendingNode {

    static final String READY = "ready";
    static final String ENDED = "ended";
    static final int MESSAGES = 500;

    private static final int TOGETHER = 10;

    /** @param arguments the database, and where the telephone company listens */
    public static void main(String[] arguments) {
        System.setProperty("sekisho.channel.twilio.account-sid", KilledSenderTest.ACCOUNT);
        System.setProperty("sekisho.channel.twilio.auth-token", KilledSenderTest.TOKEN);
        System.setProperty("sekisho.channel.twilio.from", "+81501234567");
        System.setProperty("sekisho.channel.twilio.callback", "http://127.0.0.1:1");
        System.setProperty("sekisho.channel.twilio.gateway", arguments[1]);
        System.setProperty("sekisho.channel.twilio.read-timeout", "2s");
        DatabaseBeans beans = open(Path.of(arguments[0]));
        JdbcClient jdbc = beans.get(JdbcClient.class);
        System.out.println(READY);
        take(beans, count(jdbc, "state is not null"));
        while (count(jdbc, "state in ('PENDING', 'SENDING')") > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        beans.close();
        System.out.println(ENDED);
    }

    static DatabaseBeans open(Path database) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(
                "jdbc:h2:file:" + database
                        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0;MAX_COMPACT_TIME=0");
        return new DatabaseBeans(
                h2,
                Settings.class,
                JdbcMessages.class,
                JdbcOutbox.class,
                RecordedReports.class,
                Breakers.class,
                Dispatcher.class);
    }

    private static void take(DatabaseBeans beans, int taken) {
        Outbox outbox = beans.get(Outbox.class);
        Clock clock = beans.get(Clock.class);
        TransactionTemplate transaction = new TransactionTemplate(beans.get(PlatformTransactionManager.class));
        for (int first = taken; first < MESSAGES; first += TOGETHER) {
            int from = first;
            transaction.executeWithoutResult(status -> {
                for (int number = from; number < from + TOGETHER; number++) {
                    outbox.enqueue(message(number, clock));
                }
            });
        }
    }

    private static Message message(int number, Clock clock) {
        return new Message(
                "message/" + number,
                isNews(number) ? Message.Kind.NOTICE : Message.Kind.CODE,
                new AccountId(UUID.randomUUID()),
                Optional.empty(),
                new Destination("sms", telephone(number)),
                Text.brief(Language.EN, "Your code is 123456"),
                clock.instant().plus(Duration.ofMinutes(10)));
    }

    static boolean isNews(int number) {
        return number % 5 == 0;
    }

    /** One of its own for each message, with an ending that means no misfortune. */
    static String telephone(int number) {
        return "+8190" + (20_005_000 + number);
    }

    private static int count(JdbcClient jdbc, String condition) {
        return jdbc.sql("select count(*) from outbound_message where " + condition)
                .query(Integer.class)
                .single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan({"org.sekisho.audit", "org.sekisho.channel.sms"})
    @Import(TelephoneClient.class)
    static class Settings {

        @Bean
        @Primary
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ChannelProperties channelProperties() {
            return new ChannelProperties(
                    true,
                    Duration.ofMillis(200),
                    4,
                    Duration.ofSeconds(4),
                    10,
                    Duration.ofSeconds(1),
                    List.of(
                            Duration.ofMillis(200),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5)));
        }
    }
}
