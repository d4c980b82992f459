package org.sekisho.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.channel.SendLimits.Reason;
import org.sekisho.channel.SendLimits.Verdict;
import org.sekisho.directory.AccountId;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the guard allows, on any database, with two nodes asking at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SendLimitsContract {

    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 7;
    private static final int COST_PER_DAY = 20_000;
    private static final AtomicInteger NEXT = new AtomicInteger(10_000_000);

    private DatabaseBeans node;
    private DatabaseBeans otherNode;
    private SendLimits limits;
    private MutableClock clock;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        DataSource database = database();
        node = new DatabaseBeans(database, Settings.class, QuotaLimits.class);
        otherNode = new DatabaseBeans(database, Settings.class, QuotaLimits.class);
        limits = node.get(SendLimits.class);
        clock = node.get(MutableClock.class);
    }

    @AfterAll
    void stop() {
        otherNode.close();
        node.close();
    }

    @BeforeEach
    void a_new_day() {
        clock.advance(Duration.ofDays(2));
        otherNode.get(MutableClock.class).advanceTo(clock.instant());
    }

    @Test
    void a_number_is_sent_to_so_often_within_an_hour_and_within_a_day() {
        String number = number();

        assertThat(IntStream.range(0, PER_HOUR).mapToObj(once -> ask(number)))
                .allMatch(Verdict.Allowed.class::isInstance);
        assertThat(ask(number))
                .isEqualTo(new Verdict.Refused(
                        Reason.NUMBER, Optional.of(clock.instant().plus(Duration.ofHours(1)))));

        clock.advance(Duration.ofHours(1));
        assertThat(ask(number)).isInstanceOf(Verdict.Allowed.class);
        assertThat(ask(number)).isInstanceOf(Verdict.Allowed.class);
        assertThat(ask(number))
                .isEqualTo(new Verdict.Refused(
                        Reason.NUMBER, Optional.of(clock.instant().plus(Duration.ofHours(23)))));
    }

    @Test
    void an_extension_is_no_other_number() {
        String number = number();
        IntStream.range(0, PER_HOUR).forEach(once -> ask(number + ";ext=" + once));

        assertThat(ask(number)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void an_account_is_limited_whatever_numbers_it_gives() {
        AccountId account = new AccountId(UUID.randomUUID());

        List<Verdict> verdicts = IntStream.range(0, 10)
                .mapToObj(once -> limits.take(account, new Destination("sms", number()), Optional.empty()))
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(8);
        assertThat(verdicts.get(8))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.ACCOUNT));
    }

    @Test
    void a_network_is_limited_whoever_asks_from_it() {
        String source = UUID.randomUUID().toString();

        List<Verdict> verdicts = IntStream.range(0, 40)
                .mapToObj(once -> limits.take(
                        new AccountId(UUID.randomUUID()), new Destination("sms", number()), Optional.of(source)))
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(30);
    }

    @Test
    void what_is_refused_uses_up_nothing() {
        AccountId account = new AccountId(UUID.randomUUID());
        String number = number();
        IntStream.range(0, PER_HOUR).forEach(once -> ask(number));

        IntStream.range(0, 20).forEach(once -> limits.take(account, new Destination("sms", number), Optional.empty()));

        assertThat(limits.take(account, new Destination("sms", number()), Optional.empty()))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void a_country_that_is_not_open_is_refused_for_good() {
        assertThat(ask("+447400123456")).isEqualTo(new Verdict.Refused(Reason.COUNTRY_CLOSED, Optional.empty()));
    }

    @Test
    void little_goes_abroad() {
        List<Verdict> verdicts = IntStream.range(0, 30)
                .mapToObj(once -> ask("+1202555" + String.format(Locale.ROOT, "%04d", once)))
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(20);
        assertThat(verdicts.get(20))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.COUNTRY));
    }

    @Test
    void the_days_money_is_a_ceiling_and_the_trail_is_told_on_the_way() {
        long alarmsBefore = alarms();
        List<Verdict> verdicts = IntStream.range(0, 1001)
                .mapToObj(once -> ask("voice", number()))
                .toList();

        assertThat(verdicts).filteredOn(Verdict.Allowed.class::isInstance).hasSize(1000);
        assertThat(verdicts.get(1000))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.COST));
        assertThat(limits.spending()).isEqualTo(new Spending(COST_PER_DAY, COST_PER_DAY));
        assertThat(alarms() - alarmsBefore).as("alarmed, and stopped").isEqualTo(2);
    }

    @Test
    void asking_inside_a_transaction_is_a_defect() {
        TransactionTemplate transaction = new TransactionTemplate(node.get(PlatformTransactionManager.class));

        assertThatThrownBy(() -> transaction.execute(status -> ask(number())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void of_a_flood_over_two_nodes_exactly_as_many_as_the_policy_allows_pass() throws Exception {
        flood(600, 50);
    }

    @Test
    @Tag("full")
    void of_ten_thousand_requests_exactly_as_many_as_the_policy_allows_pass() throws Exception {
        flood(10_000, 1000);
    }

    /** As many requests for one number, and as many again spread over others, from both nodes. */
    private void flood(int requests, int numbers) throws Exception {
        String one = number();
        List<String> others =
                IntStream.range(0, numbers).mapToObj(each -> number()).toList();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger toOne = new AtomicInteger();
        AtomicInteger toOthers = new AtomicInteger();
        SendLimits[] nodes = {limits, otherNode.get(SendLimits.class)};
        InParallel.on(16, () -> {
            for (int request = next.getAndIncrement(); request < 2 * requests; request = next.getAndIncrement()) {
                boolean single = request % 2 == 0;
                String number = single ? one : others.get(request / 2 % numbers);
                Verdict verdict = nodes[request / 2 % 2].take(
                        new AccountId(UUID.randomUUID()), new Destination("sms", number), Optional.empty());
                if (verdict instanceof Verdict.Allowed) {
                    (single ? toOne : toOthers).incrementAndGet();
                }
            }
            return next.get();
        });

        int money = COST_PER_DAY / 10;
        assertThat(toOne).hasValue(PER_HOUR);
        assertThat(toOthers).hasValue(Math.min(Math.min(numbers * PER_HOUR, requests), money - PER_HOUR));
    }

    private Verdict ask(String number) {
        return ask("sms", number);
    }

    private Verdict ask(String channel, String number) {
        return limits.take(new AccountId(UUID.randomUUID()), new Destination(channel, number), Optional.empty());
    }

    private static String number() {
        return "+8190" + NEXT.incrementAndGet();
    }

    private long alarms() {
        return node.get(JdbcClient.class)
                .sql("select count(*) from audit_event where action like 'channel.spending-%'")
                .query(Long.class)
                .single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan({"org.sekisho.audit", "org.sekisho.numbering"})
    @ConfigurationPropertiesScan("org.sekisho.numbering")
    static class Settings {

        @Bean
        LimitProperties limitProperties() {
            return new LimitProperties(
                    PER_HOUR, PER_DAY, 8, 25, 30, 100, 30_000, 30_000, 20, 40, 10, 20, 4, COST_PER_DAY);
        }
    }
}
