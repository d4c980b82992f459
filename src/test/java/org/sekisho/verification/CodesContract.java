package org.sekisho.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.shared.Secret;
import org.sekisho.testing.DatabaseBeans;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.verification.Codes.IssuedCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one-time codes do on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CodesContract {

    private static final int THREADS = 64;
    private static final int LIMIT = 5;

    private DatabaseBeans beans;
    private Codes codes;
    private MutableClock clock;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void start() throws Exception {
        beans = new DatabaseBeans(database(), JdbcCodes.class);
        codes = beans.get(Codes.class);
        clock = beans.get(MutableClock.class);
    }

    @AfterAll
    void stop() {
        beans.close();
    }

    @Test
    void a_code_has_six_digits_is_right_once_and_used_afterwards() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        assertThat(issued.code().reveal()).matches("[0-9]{6}");
        assertThat(issued.round()).isEqualTo(1);
        assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(codes.consume(challenge, issued.code())).isEqualTo(new CodeResult.Right());
        assertThat(codes.consume(challenge, issued.code())).isEqualTo(new CodeResult.Used());
    }

    @Test
    void a_wrong_code_tells_the_tries_left_and_the_fifth_ends_the_challenge() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        for (int left = LIMIT - 1; left > 0; left--) {
            assertThat(codes.consume(challenge, wrong(issued))).isEqualTo(new CodeResult.Wrong(left));
        }
        assertThat(codes.consume(challenge, wrong(issued))).isEqualTo(new CodeResult.Exhausted());
        assertThat(codes.consume(challenge, issued.code())).isEqualTo(new CodeResult.Exhausted());
    }

    @Test
    void a_new_code_voids_the_old_one_and_keeps_the_failures() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode first = codes.issue(challenge);
        codes.consume(challenge, wrong(first));
        IssuedCode second = another(challenge, first);
        assertThat(second.round()).isGreaterThan(first.round());
        assertThat(codes.consume(challenge, first.code())).isEqualTo(new CodeResult.Voided());
        assertThat(codes.consume(challenge, Secret.of("no code"))).isEqualTo(new CodeResult.Wrong(LIMIT - 2));
        assertThat(codes.consume(challenge, second.code())).isEqualTo(new CodeResult.Right());
        assertThat(codes.consume(challenge, second.code())).isEqualTo(new CodeResult.Used());
    }

    @Test
    void a_used_code_stays_used_when_a_new_one_was_made() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode first = codes.issue(challenge);
        codes.consume(challenge, first.code());
        another(challenge, first);
        assertThat(codes.consume(challenge, first.code())).isEqualTo(new CodeResult.Used());
    }

    @Test
    void after_ten_minutes_a_code_has_expired_and_is_not_compared() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        clock.advance(Duration.ofMinutes(10));
        assertThat(codes.consume(challenge, issued.code())).isEqualTo(new CodeResult.Expired());
        assertThat(codes.consume(challenge, wrong(issued))).isEqualTo(new CodeResult.Expired());
        IssuedCode next = codes.issue(challenge);
        assertThat(codes.consume(challenge, wrong(next))).isEqualTo(new CodeResult.Wrong(LIMIT - 1));
    }

    @Test
    void a_challenge_without_a_code_has_expired() {
        assertThat(codes.consume(ChallengeId.next(), Secret.of("123456"))).isEqualTo(new CodeResult.Expired());
    }

    @Test
    void a_code_of_another_challenge_is_wrong() {
        IssuedCode elsewhere = codes.issue(ChallengeId.next());
        ChallengeId challenge = ChallengeId.next();
        IssuedCode here = codes.issue(challenge);
        if (!here.code().reveal().equals(elsewhere.code().reveal())) {
            assertThat(codes.consume(challenge, elsewhere.code())).isEqualTo(new CodeResult.Wrong(LIMIT - 1));
        }
    }

    @Test
    void of_64_parallel_wrong_guesses_exactly_the_limit_is_compared() throws Exception {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        List<CodeResult> results = InParallel.on(THREADS, () -> codes.consume(challenge, wrong(issued)));
        assertThat(results).filteredOn(CodeResult.Wrong.class::isInstance).hasSize(LIMIT - 1);
        assertThat(results).filteredOn(CodeResult.Exhausted.class::isInstance).hasSize(THREADS - LIMIT + 1);
        assertThat(codes.consume(challenge, issued.code())).isEqualTo(new CodeResult.Exhausted());
    }

    @Test
    void of_64_parallel_right_codes_exactly_one_succeeds() throws Exception {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        List<CodeResult> results = InParallel.on(THREADS, () -> codes.consume(challenge, issued.code()));
        assertThat(results).filteredOn(CodeResult.Right.class::isInstance).hasSize(1);
        assertThat(results).noneMatch(CodeResult.Wrong.class::isInstance);
    }

    @Test
    void consuming_within_a_transaction_is_refused() {
        TransactionTemplate transaction = new TransactionTemplate(beans.get(PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.execute(status -> codes.consume(ChallengeId.next(), Secret.of("123456"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_table_holds_a_keyed_digest_and_drops_what_is_a_day_old() {
        ChallengeId challenge = ChallengeId.next();
        IssuedCode issued = codes.issue(challenge);
        byte[] stored = beans.get(JdbcClient.class)
                .sql("select digest from code_challenge where challenge_id = :challenge")
                .param("challenge", challenge.value())
                .query(byte[].class)
                .single();
        assertThat(stored).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(issued.code().reveal());
        clock.advance(Duration.ofDays(2));
        codes.issue(ChallengeId.next());
        assertThat(beans.get(JdbcClient.class)
                        .sql("select count(*) from code_challenge where challenge_id = :challenge")
                        .param("challenge", challenge.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A later code that differs from an earlier one, as all but one in a million do. */
    private IssuedCode another(ChallengeId challenge, IssuedCode first) {
        IssuedCode next = codes.issue(challenge);
        return next.code().reveal().equals(first.code().reveal()) ? another(challenge, first) : next;
    }

    private static Secret<String> wrong(IssuedCode issued) {
        return Secret.of(issued.code().reveal().equals("000000") ? "000001" : "000000");
    }
}
