package org.sekisho.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorDisabled;
import org.sekisho.factor.FactorDiscarded;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorRevoked;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the codes of an authenticator app do on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TotpFactorContract {

    private static final int THREADS = 64;

    private DatabaseBeans beans;
    private JdbcTotpKeys keys;
    private TotpFactor totp;
    private MutableClock clock;
    private FactorId factor;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(database(), JdbcTotpKeys.class);
        keys = beans.get(JdbcTotpKeys.class);
        clock = beans.get(MutableClock.class);
        totp = new TotpFactor(keys, clock, policy(1));
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @BeforeEach
    void bind() {
        factor = FactorId.next();
        keys.make(factor);
    }

    @Test
    void the_code_of_the_current_step_is_right_once_and_used_afterwards() {
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.RIGHT);
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.USED);
    }

    @Test
    void the_code_of_the_step_before_is_right_and_older_and_later_ones_are_wrong() {
        assertThat(totp.check(factor, code(-2))).isEqualTo(Check.WRONG);
        assertThat(totp.check(factor, code(1))).isEqualTo(Check.WRONG);
        assertThat(totp.check(factor, code(-1))).isEqualTo(Check.RIGHT);
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.RIGHT);
    }

    @Test
    void an_earlier_step_is_not_accepted_after_a_later_one() {
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.RIGHT);
        assertThat(totp.check(factor, code(-1))).isEqualTo(Check.USED);
    }

    @Test
    void the_next_step_is_right_again() {
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.RIGHT);
        clock.advance(TotpFactor.STEP);
        assertThat(totp.check(factor, code(0))).isEqualTo(Check.RIGHT);
    }

    @Test
    void a_policy_of_no_steps_back_accepts_the_current_step_alone() {
        TotpFactor strict = new TotpFactor(keys, clock, policy(0));
        assertThat(strict.check(factor, code(-1))).isEqualTo(Check.WRONG);
        assertThat(strict.check(factor, code(0))).isEqualTo(Check.RIGHT);
    }

    @Test
    void what_is_no_code_is_wrong() {
        assertThat(totp.check(factor, Secret.of(""))).isEqualTo(Check.WRONG);
        assertThat(totp.check(factor, Secret.of("１２３４５６"))).isEqualTo(Check.WRONG);
        assertThat(totp.check(FactorId.next(), code(0))).isEqualTo(Check.WRONG);
    }

    @Test
    void of_64_parallel_right_codes_exactly_one_succeeds() throws Exception {
        Secret<String> right = code(0);
        List<Check> results = InParallel.on(THREADS, () -> totp.check(factor, right));
        assertThat(results).filteredOn(Check.RIGHT::equals).hasSize(1);
        assertThat(results).filteredOn(Check.USED::equals).hasSize(THREADS - 1);
    }

    @Test
    void a_key_has_160_bits_and_is_sealed_at_rest() {
        Secret<byte[]> key = keys.find(factor).orElseThrow();
        assertThat(key.reveal()).hasSize(20);
        byte[] stored = beans.get(JdbcClient.class)
                .sql("select sealed_key from totp_key where factor_id = :factor")
                .param("factor", factor.value())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key.reveal(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void the_key_goes_with_the_method_however_it_ends() {
        AccountId account = new AccountId(UUID.randomUUID());
        totp.on(new FactorRevoked(account, factor, "another-kind", "lost"));
        assertThat(keys.find(factor)).isPresent();
        totp.on(new FactorRevoked(account, factor, "totp", "lost"));
        assertThat(keys.find(factor)).isEmpty();
        bind();
        totp.on(new FactorDiscarded(account, factor, "totp", "expired"));
        assertThat(keys.find(factor)).isEmpty();
        bind();
        totp.on(new FactorDisabled(account, factor, "totp"));
        assertThat(keys.find(factor)).isEmpty();
    }

    private Secret<String> code(int stepsFromNow) {
        long now = clock.instant().getEpochSecond() / TotpFactor.STEP.toSeconds();
        return Secret.of(TotpFactor.code(keys.find(factor).orElseThrow(), now + stepsFromNow));
    }

    private static TotpProperties policy(int stepsBack) {
        return new TotpProperties("Sekisho", stepsBack, Duration.ofMinutes(30), 5);
    }
}
