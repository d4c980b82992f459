package org.sekisho.notice;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links as a table. A token is the id of its row and 256 random bits, of which the row has a keyed digest: whoever reads the
 * table can dispute nothing.
 */
@Component
class JdbcDisputeLinks implements DisputeLinks {

    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 2 * Long.BYTES + SECRET_BYTES;

    /** How long an expired link can still say that it has expired. */
    private static final Duration KEPT_FOR = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    JdbcDisputeLinks(JdbcClient jdbc, Vault vault, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** Makes another token by which the change can be disputed. Joins the transaction of the caller. */
    Secret<String> issue(ToldChange change) {
        jdbc.sql("delete from notice_dispute_link where expires_at < :old")
                .param("old", utc(clock.instant().minus(KEPT_FOR)))
                .update();
        UUID id = UUID.randomUUID();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql(
                        "insert into notice_dispute_link (id, digest, change_id, account_id, news, subject_id, told_at, expires_at)"
                                + " values (:id, :digest, :change, :account, :news, :subject, :told, :expires)")
                .param("id", id)
                .param("digest", vault.digest(Secret.of(secret), context(id)))
                .param("change", change.id())
                .param("account", change.account().value())
                .param("news", change.news())
                .param("subject", change.subject())
                .param("told", utc(change.toldAt()))
                .param("expires", utc(change.expiresAt()))
                .update();
        byte[] token = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(secret)
                .array();
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    @Override
    public Optional<ToldChange> find(Secret<String> token) {
        return decoded(token).flatMap(bytes -> {
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            byte[] secret = new byte[SECRET_BYTES];
            bytes.get(secret);
            return jdbc.sql("select digest, change_id, account_id, news, subject_id, told_at, expires_at"
                            + " from notice_dispute_link where id = :id")
                    .param("id", id)
                    .query((row, number) -> vault.matches(row.getBytes("digest"), Secret.of(secret), context(id))
                            ? Optional.of(new ToldChange(
                                    row.getObject("change_id", UUID.class),
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    row.getString("news"),
                                    row.getObject("subject_id", UUID.class),
                                    row.getObject("told_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getObject("expires_at", OffsetDateTime.class)
                                            .toInstant()))
                            : Optional.<ToldChange>empty())
                    .optional()
                    .flatMap(found -> found);
        });
    }

    private static Optional<ByteBuffer> decoded(Secret<String> token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.reveal());
            return Optional.of(ByteBuffer.wrap(bytes)).filter(buffer -> buffer.remaining() == TOKEN_BYTES);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String context(UUID id) {
        return "dispute-link:" + id;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
