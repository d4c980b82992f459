package org.sekisho.contact;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Secret;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.sekisho.verification.ChallengeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts as a table; addresses are sealed. */
@Component
class JdbcContacts implements Contacts {

    private static final String DIGEST_CONTEXT = "contact-address";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditTrail trail;
    private final ContactProperties policy;
    private final Clock clock;

    JdbcContacts(JdbcClient jdbc, Vault vault, AuditTrail trail, ContactProperties policy, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Contact> confirmed(AccountId account) {
        return confirmed(account, "");
    }

    @Override
    public List<Contact> trusted(AccountId account) {
        Instant latest = clock.instant().minus(policy.trustedAfter());
        return confirmed(account, " and with_factor").stream()
                .filter(contact -> !contact.confirmedAt().isAfter(latest))
                .toList();
    }

    private List<Contact> confirmed(AccountId account, String further) {
        return jdbc.sql("select id, account_id, sealed, confirmed_at from contact where account_id = :account"
                        + " and state = 'CONFIRMED'" + further + " order by confirmed_at, id")
                .param("account", account.value())
                .query((row, number) -> new Contact(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        address(row),
                        instant(row, "confirmed_at").orElseThrow()))
                .list();
    }

    @Override
    public void drop(UUID id, String reason) {
        Optional<UUID> account = jdbc.sql("select account_id from contact where id = :id and state = 'CONFIRMED'")
                .param("id", id)
                .query(UUID.class)
                .optional();
        account.ifPresent(whose -> {
            jdbc.sql("update contact set state = 'DROPPED', sealed = null where id = :id")
                    .param("id", id)
                    .update();
            trail.record(
                    "contact.address-dropped",
                    Optional.of(whose),
                    Optional.empty(),
                    reason,
                    Map.of("contact", id.toString()));
        });
    }

    boolean isConfirmed(AccountId account, EmailAddress address) {
        return jdbc
                .sql("select digest from contact where account_id = :account and state = 'CONFIRMED'")
                .param("account", account.value())
                .query((row, number) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(digest -> vault.matches(digest, folded(address), DIGEST_CONTEXT));
    }

    /** Keeps an address until it is proved; an unproved one of the account is erased for it. */
    UUID begin(AccountId account, CaseId caseId, EmailAddress address) {
        jdbc.sql(
                        "update contact set state = 'DROPPED', sealed = null where account_id = :account and state = 'PENDING'")
                .param("account", account.value())
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into contact (id, account_id, case_id, state, sealed, digest, challenge_id, sends, created_at)"
                        + " values (:id, :account, :case, 'PENDING', :sealed, :digest, :challenge, 0, :now)")
                .param("id", id)
                .param("account", account.value())
                .param("case", caseId.value())
                .param("sealed", vault.seal(bytes(address.value()), context(id)).toBytes())
                .param("digest", vault.digest(folded(address), DIGEST_CONTEXT))
                .param("challenge", ChallengeId.next().value())
                .param("now", utc(clock.instant()))
                .update();
        return id;
    }

    Optional<PendingContact> pending(UUID id) {
        return jdbc.sql("select id, account_id, sealed, challenge_id, sends, last_message_key, sent_at, code_expires_at"
                        + " from contact where id = :id and state = 'PENDING'")
                .param("id", id)
                .query((row, number) -> new PendingContact(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        address(row),
                        new ChallengeId(row.getObject("challenge_id", UUID.class)),
                        row.getInt("sends"),
                        Optional.ofNullable(row.getString("last_message_key")),
                        instant(row, "sent_at"),
                        instant(row, "code_expires_at")))
                .optional();
    }

    /** A code has been put in the outbox for the address. */
    void sent(UUID id, String messageKey, Instant codeExpiresAt) {
        jdbc.sql("update contact set sends = sends + 1, last_message_key = :key, sent_at = :now,"
                        + " code_expires_at = :expires where id = :id")
                .param("key", messageKey)
                .param("now", utc(clock.instant()))
                .param("expires", utc(codeExpiresAt))
                .param("id", id)
                .update();
    }

    /** How many codes have been sent for the account's unproved and proved addresses that were given within the last day. */
    int sendsWithinADay(AccountId account) {
        return jdbc.sql("select coalesce(sum(sends), 0) from contact"
                        + " where account_id = :account and created_at > :yesterday")
                .param("account", account.value())
                .param("yesterday", utc(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    /** The person has proved the address. Does nothing where it is not waiting for that. */
    boolean confirm(UUID id, boolean withFactor) {
        return jdbc.sql("update contact set state = 'CONFIRMED', confirmed_at = :now, with_factor = :with"
                                + " where id = :id and state = 'PENDING'")
                        .param("now", utc(clock.instant()))
                        .param("with", withFactor)
                        .param("id", id)
                        .update()
                == 1;
    }

    private EmailAddress address(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] opened = vault.open(SealedSecret.ofBytes(row.getBytes("sealed")), context(id))
                .reveal();
        return EmailAddress.of(new String(opened, StandardCharsets.UTF_8));
    }

    private static Secret<byte[]> folded(EmailAddress address) {
        return bytes(address.value().toLowerCase(Locale.ROOT));
    }

    private static Secret<byte[]> bytes(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(UUID id) {
        return "contact:" + id;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
