package org.sekisho.factor.recoverycodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.shared.GroupedCode;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What recovery codes do on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecoveryCodesContract {

    private static final int THREADS = 64;

    private final SecureRandom random = new SecureRandom();
    private DatabaseBeans beans;
    private JdbcRecoveryCodes codes;
    private FactorId factor;
    private CodeSet set;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(database(), JdbcRecoveryCodes.class);
        codes = beans.get(JdbcRecoveryCodes.class);
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @BeforeEach
    void make() {
        factor = FactorId.next();
        set = set();
        codes.replace(factor, set);
    }

    @Test
    void each_code_is_right_once_and_used_afterwards() {
        for (Secret<String> code : set.codes()) {
            assertThat(codes.use(factor, code)).isEqualTo(Check.RIGHT);
            assertThat(codes.use(factor, code)).isEqualTo(Check.USED);
        }
        assertThat(codes.left(factor)).isZero();
    }

    @Test
    void of_64_parallel_uses_of_one_code_exactly_one_succeeds() throws Exception {
        List<Check> results =
                InParallel.on(THREADS, () -> codes.use(factor, set.codes().get(3)));
        assertThat(results).filteredOn(Check.RIGHT::equals).hasSize(1);
        assertThat(results).filteredOn(Check.USED::equals).hasSize(THREADS - 1);
        assertThat(codes.left(factor)).isEqualTo(9);
    }

    @Test
    void a_code_of_another_method_or_an_earlier_set_is_wrong() {
        assertThat(codes.use(FactorId.next(), set.codes().get(0))).isEqualTo(Check.WRONG);
        CodeSet newer = set();
        codes.replace(factor, newer);
        assertThat(codes.holds(factor, set)).isFalse();
        assertThat(codes.holds(factor, newer)).isTrue();
        assertThat(codes.use(factor, set.codes().get(0))).isEqualTo(Check.WRONG);
        assertThat(codes.use(factor, newer.codes().get(0))).isEqualTo(Check.RIGHT);
    }

    @Test
    void a_code_is_forgiven_its_case_its_hyphens_and_letters_that_look_like_digits() {
        String code = set.codes().get(0).reveal();
        String typed = code.toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(codes.use(factor, Secret.of(typed))).isEqualTo(Check.RIGHT);
    }

    @Test
    void a_code_has_80_bits_and_is_digested_at_rest() {
        assertThat(set.codes())
                .extracting(Secret::reveal)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}.{4}"));
        assertThat(set.codes()).extracting(Secret::reveal).doesNotHaveDuplicates();
        List<String> stored = beans.get(JdbcClient.class)
                .sql("select digest from recovery_code where factor_id = :factor")
                .param("factor", factor.value())
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
        assertThat(stored).hasSize(10);
        assertThat(set.codes()).allSatisfy(code -> assertThat(stored)
                .noneMatch(digest -> digest.contains(GroupedCode.canonical(code).reveal())));
    }

    private CodeSet set() {
        return new CodeSet(
                UUID.randomUUID(),
                Stream.generate(() -> GroupedCode.random(random, 4)).limit(10).toList());
    }
}
