package org.sekisho.channel;

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
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox as a table. A message moves by compare-and-set alone, so that any number of nodes can empty it together; what it
 * says is sealed and is erased in the update that ends it.
 */
@Component
class JdbcOutbox implements Outbox {

    private static final int CANDIDATES = 10;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final ChannelProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcOutbox(
            JdbcClient jdbc,
            Vault vault,
            AuditTrail trail,
            ApplicationEventPublisher events,
            ChannelProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void enqueue(Message message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message is taken in the transaction of its cause; there is none");
        }
        if (state(message.key()).isPresent()) {
            return;
        }
        UUID id = UUID.randomUUID();
        Content content = new Content(message.destination().address(), message.subject(), message.body());
        OffsetDateTime now = utc(clock.instant());
        jdbc.sql("insert into outbound_message (id, message_key, kind, account_id, case_id, channel, sealed, state,"
                        + " attempts, due_at, expires_at, created_at)"
                        + " values (:id, :key, :kind, :account, :case, :channel, :sealed, 'PENDING', 0, :now, :expires,"
                        + " :now)")
                .param("id", id)
                .param("key", message.key())
                .param("kind", message.kind().name())
                .param("account", message.account().value())
                .param("case", message.caseId().map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("channel", message.destination().channel())
                .param("sealed", vault.seal(content.toBytes(), context(id)).toBytes())
                .param("now", now)
                .param("expires", utc(message.expiresAt()))
                .update();
        events.publishEvent(new MessageTaken());
    }

    @Override
    public void discardOf(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            rows("case_id = :case and state = 'PENDING'", Map.of("case", caseId.value()))
                    .forEach(row -> end(row, MessageState.PENDING, MessageState.EXPIRED));
            // one that is being sent right now is not tried again
            jdbc.sql("update outbound_message set expires_at = :now where case_id = :case and state = 'SENDING'")
                    .param("now", utc(clock.instant()))
                    .param("case", caseId.value())
                    .update();
        });
    }

    @Override
    public Optional<MessageState> state(String key) {
        return jdbc.sql("select state from outbound_message where message_key = :key")
                .param("key", key)
                .query((row, number) -> MessageState.valueOf(row.getString(1)))
                .optional();
    }

    @Override
    public int unsent(AccountId account) {
        return jdbc.sql("select count(*) from outbound_message where account_id = :account"
                        + " and state in ('PENDING', 'SENDING')")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** Ends what has waited beyond its time. */
    void expire() {
        rows("state = 'PENDING' and expires_at <= :now", Map.of("now", utc(clock.instant())))
                .forEach(row -> transaction.executeWithoutResult(
                        status -> end(row, MessageState.PENDING, MessageState.EXPIRED)));
    }

    /**
     * Settles sendings whose node has not told a result for longer than the lock: a code may have gone out and is never sent
     * twice by itself; news goes out again under the same id.
     */
    void recover() {
        OffsetDateTime limit = utc(clock.instant().minus(properties.lock()));
        rows("state = 'SENDING' and claimed_at <= :limit", Map.of("limit", limit))
                .forEach(row -> transaction.executeWithoutResult(status -> {
                    if (row.kind() == Message.Kind.CODE) {
                        end(row, MessageState.SENDING, MessageState.UNKNOWN);
                    } else {
                        again(row, Duration.ZERO);
                    }
                }));
    }

    /** Takes the message that has been due longest, if there is one, for the node to send. */
    Optional<Claim> claim(UUID node) {
        OffsetDateTime now = utc(clock.instant());
        List<Stored> candidates = jdbc.sql(SELECT + " where state = 'PENDING' and due_at <= :now and expires_at > :now"
                        + " order by due_at, created_at limit " + CANDIDATES)
                .param("now", now)
                .query((row, number) -> Stored.of(row))
                .list();
        for (Stored row : candidates) {
            int won = jdbc.sql("update outbound_message set state = 'SENDING', attempts = attempts + 1,"
                            + " claimed_by = :node, claimed_at = :now"
                            + " where id = :id and state = 'PENDING' and attempts = :attempts and expires_at > :now")
                    .param("node", node)
                    .param("now", now)
                    .param("id", row.id())
                    .param("attempts", row.attempts())
                    .update();
            if (won == 1) {
                return Optional.of(new Claim(
                        row.id(),
                        row.kind(),
                        row.account(),
                        row.caseId(),
                        row.channel(),
                        row.attempts() + 1,
                        row.expiresAt(),
                        Content.ofBytes(vault.open(row.sealed().orElseThrow(), context(row.id())))));
            }
        }
        return Optional.empty();
    }

    /** The carrier has accepted it. */
    void sent(Claim claim) {
        settle(claim, row -> end(row, MessageState.SENDING, MessageState.SENT));
    }

    /** The carrier will never take it. */
    void refused(Claim claim) {
        settle(claim, row -> end(row, MessageState.SENDING, MessageState.FAILED));
    }

    /** It did not work this time. */
    void failed(Claim claim) {
        settle(claim, row -> {
            if (claim.attempt() > properties.backOff().size()) {
                end(row, MessageState.SENDING, MessageState.FAILED);
            } else {
                again(row, properties.backOff().get(claim.attempt() - 1));
            }
        });
    }

    private void settle(Claim claim, java.util.function.Consumer<Stored> change) {
        transaction.executeWithoutResult(status -> rows(
                        "id = :id and state = 'SENDING' and attempts = :attempts",
                        Map.of("id", claim.id(), "attempts", claim.attempt()))
                .forEach(change));
    }

    private void again(Stored row, Duration wait) {
        Instant due = clock.instant().plus(wait);
        if (!due.isBefore(row.expiresAt())) {
            end(row, MessageState.SENDING, MessageState.EXPIRED);
            return;
        }
        if (row.attempts() > properties.backOff().size()) {
            end(row, MessageState.SENDING, MessageState.FAILED);
            return;
        }
        jdbc.sql("update outbound_message set state = 'PENDING', due_at = :due, claimed_by = null, claimed_at = null"
                        + " where id = :id and state = 'SENDING' and attempts = :attempts")
                .param("due", utc(due))
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    private void end(Stored row, MessageState from, MessageState to) {
        int moved = jdbc.sql("update outbound_message set state = :to, sealed = null, ended_at = :now"
                        + " where id = :id and state = :from and attempts = :attempts")
                .param("to", to.name())
                .param("now", utc(clock.instant()))
                .param("id", row.id())
                .param("from", from.name())
                .param("attempts", row.attempts())
                .update();
        if (moved == 1) {
            String result = to.name().toLowerCase(Locale.ROOT);
            trail.record(
                    "channel.message-" + result,
                    Optional.of(row.account()),
                    row.caseId(),
                    result,
                    Map.of(
                            "message", row.id().toString(),
                            "channel", row.channel(),
                            "kind", row.kind().name().toLowerCase(Locale.ROOT)));
        }
    }

    private List<Stored> rows(String condition, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + " where " + condition + " order by created_at")
                .params(parameters)
                .query((row, number) -> Stored.of(row))
                .list();
    }

    private static String context(UUID id) {
        return "outbound-message:" + id;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static final String SELECT =
            "select id, kind, account_id, case_id, channel, sealed, attempts, expires_at" + " from outbound_message";

    private record Stored(
            UUID id,
            Message.Kind kind,
            UUID account,
            Optional<UUID> caseId,
            String channel,
            Optional<SealedSecret> sealed,
            int attempts,
            Instant expiresAt) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    Message.Kind.valueOf(row.getString("kind")),
                    row.getObject("account_id", UUID.class),
                    Optional.ofNullable(row.getObject("case_id", UUID.class)),
                    row.getString("channel"),
                    Optional.ofNullable(row.getBytes("sealed")).map(SealedSecret::ofBytes),
                    row.getInt("attempts"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant());
        }
    }
}
