package org.sekisho.factor.messagecode;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.messagecode.Sending.Answering;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.sekisho.verification.ChallengeId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sendings in table {@code phone_sending}, one for each method and case. Calls join a transaction of the caller. */
@Component
class JdbcSendings {

    /** Longer than any case that asks for a proof stays open. */
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private static final String COLUMNS = "id, factor_id, account_id, case_id, code_id, mode, sealed_keys, message_key,"
            + " refusal, refused_until, sends, sent_at, expires_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Vault vault;

    JdbcSendings(JdbcClient jdbc, Clock clock, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vault = vault;
    }

    /** The sending of a challenge; begun where there is none. */
    Sending of(Challenge challenge) {
        Optional<Sending> known = find(challenge);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("delete from phone_sending where created_at < :old")
                .param("old", at(clock.instant().minus(KEPT_FOR)))
                .update();
        try {
            jdbc.sql(
                            "insert into phone_sending (id, factor_id, account_id, case_id, code_id, admitted, sends, answered,"
                                    + " created_at) values (:id, :factor, :account, :case, :code, false, 0, false, :now)")
                    .param("id", UUID.randomUUID())
                    .param("factor", challenge.factor().value())
                    .param("account", challenge.account().value())
                    .param("case", challenge.caseId().value())
                    .param("code", ChallengeId.next().value())
                    .param("now", at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException begunMeanwhile) {
            // of two tabs that ask at once the other was first
        }
        return find(challenge).orElseThrow();
    }

    Optional<Sending> find(Challenge challenge) {
        return jdbc.sql("select " + COLUMNS + " from phone_sending where factor_id = :factor and case_id = :case")
                .param("factor", challenge.factor().value())
                .param("case", challenge.caseId().value())
                .query(this::sending)
                .optional();
    }

    /** The cases in which something was sent to a method lately. */
    List<CaseId> cases(FactorId factor) {
        return jdbc
                .sql("select distinct case_id from phone_sending where factor_id = :factor")
                .param("factor", factor.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    Optional<Sending> ofMessage(String messageKey) {
        return jdbc.sql("select " + COLUMNS + " from phone_sending where message_key = :key")
                .param("key", messageKey)
                .query(this::sending)
                .optional();
    }

    /** The next message has been counted and may go out. */
    void admit(Sending sending) {
        jdbc.sql("update phone_sending set admitted = true, refusal = null, refused_until = null where id = :id")
                .param("id", sending.id())
                .update();
    }

    /** No message goes out this time. */
    void refuse(Sending sending, SendRefusal refusal) {
        jdbc.sql("update phone_sending set admitted = false, refusal = :reason, refused_until = :until where id = :id")
                .param("reason", refusal.reason().name())
                .param("until", refusal.until().map(JdbcSendings::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", sending.id())
                .update();
    }

    /** Uses the admission up; of any number of calls one at most for each. */
    boolean begin(Sending sending) {
        return 1
                == jdbc.sql("update phone_sending set admitted = false where id = :id and admitted = true")
                        .param("id", sending.id())
                        .update();
    }

    /** A message was taken by the outbox. */
    void sent(Sending sending, Answering mode, @Nullable Secret<String> keys, String messageKey, Instant expiresAt) {
        jdbc.sql("update phone_sending set mode = :mode, sealed_keys = :keys, message_key = :key, answered = false,"
                        + " sends = sends + 1, sent_at = :now, expires_at = :expires where id = :id")
                .param("mode", mode.name())
                .param("keys", keys == null ? null : seal(sending.id(), keys), Types.VARBINARY)
                .param("key", messageKey)
                .param("now", at(clock.instant()))
                .param("expires", at(expiresAt))
                .param("id", sending.id())
                .update();
    }

    /** Too many wrong codes: those sent so far are void, the next one belongs to a challenge of its own. */
    void spend(Sending sending) {
        jdbc.sql("update phone_sending set code_id = :next where id = :id and code_id = :code")
                .param("next", ChallengeId.next().value())
                .param("id", sending.id())
                .param("code", sending.code().value())
                .update();
    }

    /** The call was answered rightly; of any number of parallel calls one at most is the first. */
    boolean answered(Sending sending) {
        return 1
                == jdbc.sql("update phone_sending set answered = true"
                                + " where id = :id and message_key = :key and answered = false")
                        .param("id", sending.id())
                        .param("key", sending.messageKey().orElseThrow())
                        .update();
    }

    private Sending sending(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] keys = row.getBytes("sealed_keys");
        return new Sending(
                id,
                new Challenge(
                        new FactorId(row.getObject("factor_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class))),
                new ChallengeId(row.getObject("code_id", UUID.class)),
                Optional.ofNullable(row.getString("mode")).map(Answering::valueOf),
                Optional.ofNullable(keys).map(stored -> open(id, stored)),
                Optional.ofNullable(row.getString("message_key")),
                Optional.ofNullable(row.getString("refusal"))
                        .map(SendRefusal.Reason::valueOf)
                        .map(reason -> new SendRefusal(reason, instant(row, "refused_until"))),
                row.getInt("sends"),
                instant(row, "sent_at"),
                instant(row, "expires_at"));
    }

    private byte[] seal(UUID id, Secret<String> keys) {
        return vault.seal(Secret.of(keys.reveal().getBytes(StandardCharsets.UTF_8)), context(id))
                .toBytes();
    }

    private Secret<String> open(UUID id, byte[] sealed) {
        return Secret.of(
                new String(vault.open(SealedSecret.ofBytes(sealed), context(id)).reveal(), StandardCharsets.UTF_8));
    }

    private static String context(UUID id) {
        return "phone-keys:" + id;
    }

    private static Optional<Instant> instant(ResultSet row, String column) {
        try {
            return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("column " + column + " cannot be read", unreadable);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
