package org.sekisho.verification;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Limit;
import org.sekisho.throttle.Throttle;
import org.sekisho.throttle.Verdict;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Codes in table {@code code_challenge}; every round of a challenge keeps its digest for a day after it expired. */
@Component
class JdbcCodes implements Codes {

    /** Six digits (NIST SP 800-63B-4 §3.1.3.2: at least six). */
    private static final int BOUND = 1_000_000;

    /** NIST SP 800-63B-4 §3.1.3.2: at most ten minutes. */
    private static final Duration VALID_FOR = Duration.ofMinutes(10);

    /** Stricter than the hundred of §3.2.2: with six digits the chance of a lucky guess stays at 1 in 200,000. */
    private static final int TRIES = 5;

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final Vault vault;
    private final Throttle throttle;

    JdbcCodes(JdbcClient jdbc, Clock clock, SecureRandom random, Vault vault, Throttle throttle) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.vault = vault;
        this.throttle = throttle;
    }

    @Override
    @Transactional
    public IssuedCode issue(ChallengeId challenge) {
        Instant now = clock.instant();
        jdbc.sql("delete from code_challenge where expires_at < :old")
                .param("old", at(now.minus(KEPT_FOR)))
                .update();
        jdbc.sql("update code_challenge set state = 'VOIDED' where challenge_id = :challenge and state = 'OPEN'")
                .param("challenge", challenge.value())
                .update();
        int round = 1
                + jdbc.sql("select coalesce(max(round), 0) from code_challenge where challenge_id = :challenge")
                        .param("challenge", challenge.value())
                        .query(Integer.class)
                        .single();
        Secret<String> code = Secret.of(String.format(Locale.ROOT, "%06d", random.nextInt(BOUND)));
        Instant expiresAt = now.plus(VALID_FOR);
        jdbc.sql("insert into code_challenge (challenge_id, round, digest, state, expires_at)"
                        + " values (:challenge, :round, :digest, 'OPEN', :expires)")
                .param("challenge", challenge.value())
                .param("round", round)
                .param("digest", vault.digest(bytes(code), context(challenge, round)))
                .param("expires", at(expiresAt))
                .update();
        return new IssuedCode(code, expiresAt, round);
    }

    @Override
    public CodeResult consume(ChallengeId challenge, Secret<String> entered) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a code must be consumed outside any transaction");
        }
        List<Limit> limits = List.of(Limit.hard("code:" + challenge, TRIES));
        if (!(throttle.take(limits) instanceof Verdict.Allowed allowed)) {
            return new CodeResult.Exhausted();
        }
        List<Round> rounds = rounds(challenge);
        if (rounds.isEmpty() || !clock.instant().isBefore(rounds.get(0).expiresAt())) {
            throttle.giveBack(limits);
            return new CodeResult.Expired();
        }
        Optional<Round> matching = rounds.stream()
                .filter(round -> vault.matches(round.digest(), bytes(entered), context(challenge, round.number())))
                .findFirst();
        if (matching.isEmpty()) {
            return allowed.triesLeft() == 0 ? new CodeResult.Exhausted() : new CodeResult.Wrong(allowed.triesLeft());
        }
        if (use(challenge, matching.get().number())) {
            throttle.succeeded(limits);
            return new CodeResult.Right();
        }
        throttle.giveBack(limits);
        return isUsed(challenge, matching.get().number()) ? new CodeResult.Used() : new CodeResult.Voided();
    }

    private boolean use(ChallengeId challenge, int round) {
        return 1
                == jdbc.sql("update code_challenge set state = 'USED'"
                                + " where challenge_id = :challenge and round = :round and state = 'OPEN'")
                        .param("challenge", challenge.value())
                        .param("round", round)
                        .update();
    }

    private boolean isUsed(ChallengeId challenge, int round) {
        return jdbc.sql("select state = 'USED' from code_challenge where challenge_id = :challenge and round = :round")
                .param("challenge", challenge.value())
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    private List<Round> rounds(ChallengeId challenge) {
        return jdbc.sql("select round, digest, expires_at from code_challenge where challenge_id = :challenge"
                        + " order by round desc")
                .param("challenge", challenge.value())
                .query((row, number) -> new Round(
                        row.getInt("round"),
                        row.getBytes("digest"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String context(ChallengeId challenge, int round) {
        return "code:" + challenge + ":" + round;
    }

    private static Secret<byte[]> bytes(Secret<String> code) {
        return Secret.of(code.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Round(int number, byte[] digest, Instant expiresAt) {}
}
