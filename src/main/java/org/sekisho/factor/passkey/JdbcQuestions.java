package org.sekisho.factor.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions in table {@code passkey_question}; each is answered once (WebAuthn §13.4.3). */
@Component
class JdbcQuestions {

    /** WebAuthn §13.4.3: at least 16 random bytes. */
    private static final int BYTES = 32;

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** A person has at least this long to answer what they are shown. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final PasskeyProperties policy;

    JdbcQuestions(JdbcClient jdbc, Clock clock, SecureRandom random, PasskeyProperties policy) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.policy = policy;
    }

    /** Asks anew; what was asked in the same ceremony before is void. */
    @Transactional
    Question ask(Ceremony ceremony) {
        Instant now = clock.instant();
        jdbc.sql("delete from passkey_question where expires_at < :old")
                .param("old", at(now.minus(KEPT_FOR)))
                .update();
        jdbc.sql("update passkey_question set state = 'VOID' where ceremony = :ceremony and state = 'OPEN'")
                .param("ceremony", ceremony.name())
                .update();
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        Question question = new Question(
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge), now.plus(policy.questionLife()));
        jdbc.sql("insert into passkey_question (challenge, ceremony, state, asked_at, expires_at)"
                        + " values (:challenge, :ceremony, 'OPEN', :now, :expires)")
                .param("challenge", question.challenge())
                .param("ceremony", ceremony.name())
                .param("now", at(now))
                .param("expires", at(question.expiresAt()))
                .update();
        return question;
    }

    /** What is asked now; asks anew where nothing is, or too little time is left for it. */
    @Transactional
    Question current(Ceremony ceremony) {
        return jdbc.sql("select challenge, expires_at from passkey_question"
                        + " where ceremony = :ceremony and state = 'OPEN' and expires_at > :soon"
                        + " order by asked_at desc, challenge fetch first 1 rows only")
                .param("ceremony", ceremony.name())
                .param("soon", at(clock.instant().plus(LONG_ENOUGH)))
                .query((row, number) -> new Question(
                        row.getString("challenge"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseGet(() -> ask(ceremony));
    }

    /** How the question that an answer claims to answer stands; empty where the ceremony never asked it. */
    Optional<Question.State> state(Ceremony ceremony, String challenge) {
        return jdbc.sql("select state, expires_at from passkey_question"
                        + " where challenge = :challenge and ceremony = :ceremony")
                .param("challenge", challenge)
                .param("ceremony", ceremony.name())
                .query((row, number) -> {
                    Question.State state = Question.State.valueOf(row.getString("state"));
                    boolean late = !clock.instant()
                            .isBefore(row.getObject("expires_at", OffsetDateTime.class)
                                    .toInstant());
                    return late && state == Question.State.OPEN ? Question.State.VOID : state;
                })
                .optional();
    }

    /**
     * Uses a question up.
     *
     * @return whether it was open until now; of any number of parallel calls one at most
     */
    boolean use(Ceremony ceremony, String challenge) {
        return 1
                == jdbc.sql("update passkey_question set state = 'USED'"
                                + " where challenge = :challenge and ceremony = :ceremony and state = 'OPEN'"
                                + " and expires_at > :now")
                        .param("challenge", challenge)
                        .param("ceremony", ceremony.name())
                        .param("now", at(clock.instant()))
                        .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
