package org.sekisho.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
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
    private final JdbcMessages messages;
    private final ApplicationEventPublisher events;
    private final ChannelProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcOutbox(
            JdbcClient jdbc,
            Vault vault,
            JdbcMessages messages,
            ApplicationEventPublisher events,
            ChannelProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.messages = messages;
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
        Text text = message.text();
        Content content = new Content(message.destination().address(), text);
        OffsetDateTime now = JdbcMessages.utc(clock.instant());
        jdbc.sql("insert into outbound_message (id, message_key, kind, account_id, case_id, channel, language,"
                        + " reply, reply_digits, sealed, state, attempts, due_at, expires_at, created_at)"
                        + " values (:id, :key, :kind, :account, :case, :channel, :language, :reply, :digits, :sealed,"
                        + " 'PENDING', 0, :now, :expires, :now)")
                .param("id", id)
                .param("key", message.key())
                .param("kind", message.kind().name())
                .param("account", message.account().value())
                .param("case", message.caseId().map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("channel", message.destination().channel())
                .param("language", text.language().name())
                .param("reply", text.reply().kind().name())
                .param("digits", text.reply().digits())
                .param("sealed", vault.seal(content.toBytes(), context(id)).toBytes())
                .param("now", now)
                .param("expires", JdbcMessages.utc(message.expiresAt()))
                .update();
        events.publishEvent(new MessageTaken());
    }

    @Override
    public void discardOf(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            messages.oldestFirst("case_id = :case and state = 'PENDING'", Map.of("case", caseId.value()))
                    .forEach(row -> messages.move(row, MessageState.EXPIRED));
            // one that is being sent right now is not tried again
            jdbc.sql("update outbound_message set expires_at = :now where case_id = :case and state = 'SENDING'")
                    .param("now", JdbcMessages.utc(clock.instant()))
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
        messages.oldestFirst(
                        "state = 'PENDING' and expires_at <= :now", Map.of("now", JdbcMessages.utc(clock.instant())))
                .forEach(row -> transaction.executeWithoutResult(status -> messages.move(row, MessageState.EXPIRED)));
    }

    /**
     * Settles sendings whose node has not told a result for longer than the lock: a code may have gone out and is never sent
     * twice by itself; news goes out again under the same id.
     */
    void recover() {
        OffsetDateTime limit = JdbcMessages.utc(clock.instant().minus(properties.lock()));
        messages.oldestFirst("state = 'SENDING' and claimed_at <= :limit", Map.of("limit", limit))
                .forEach(row -> transaction.executeWithoutResult(status -> settleUnclear(row)));
    }

    /**
     * Takes the message that has been due longest, if there is one, for the node to send.
     *
     * @param shut channels whose messages stay where they are
     */
    Optional<Claim> claim(UUID node, Set<String> shut) {
        OffsetDateTime now = JdbcMessages.utc(clock.instant());
        List<StoredMessage> candidates = messages.where(
                "state = 'PENDING' and due_at <= :now and expires_at > :now and channel not in (:shut)"
                        + " order by due_at, created_at limit " + CANDIDATES,
                Map.of("now", now, "shut", shut.isEmpty() ? Set.of("") : shut));
        for (StoredMessage row : candidates) {
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
                        Content.ofBytes(vault.open(row.sealed().orElseThrow(), context(row.id())), row.asked())));
            }
        }
        return Optional.empty();
    }

    /** The carrier has accepted it. */
    void sent(Claim claim, Receipt receipt) {
        settle(claim, row -> messages.move(row, MessageState.SENT, receipt.carrierId()));
    }

    /** The carrier will never take it. */
    void refused(Claim claim) {
        settle(claim, row -> messages.move(row, MessageState.FAILED));
    }

    /**
     * The carrier has certainly not taken it.
     *
     * @param patience for how long the carrier wants to be left alone
     */
    void notTaken(Claim claim, Optional<Duration> patience) {
        settle(claim, row -> again(row, patience));
    }

    /** The carrier may have taken it: a code is never sent twice by itself, news goes out again. */
    void unclear(Claim claim) {
        settle(claim, this::settleUnclear);
    }

    /** It was not tried after all, and that does not count as a try. */
    void putOff(Claim claim) {
        settle(claim, row -> jdbc.sql("update outbound_message set state = 'PENDING', attempts = attempts - 1,"
                        + " due_at = :due, claimed_by = null, claimed_at = null"
                        + " where id = :id and state = 'SENDING' and attempts = :attempts")
                .param("due", JdbcMessages.utc(clock.instant().plus(properties.poll())))
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update());
    }

    private void settle(Claim claim, Consumer<StoredMessage> change) {
        transaction.executeWithoutResult(status -> messages.oldestFirst(
                        "id = :id and state = 'SENDING' and attempts = :attempts",
                        Map.of("id", claim.id(), "attempts", claim.attempt()))
                .forEach(change));
    }

    private void settleUnclear(StoredMessage row) {
        if (row.kind() == Message.Kind.CODE) {
            messages.move(row, MessageState.UNKNOWN);
        } else {
            again(row, Optional.empty());
        }
    }

    private void again(StoredMessage row, Optional<Duration> patience) {
        if (row.attempts() > properties.backOff().size()) {
            messages.move(row, MessageState.FAILED);
            return;
        }
        Duration wait = properties.backOff().get(row.attempts() - 1);
        Instant due = clock.instant()
                .plus(patience.filter(asked -> asked.compareTo(wait) > 0).orElse(wait));
        if (!due.isBefore(row.expiresAt())) {
            messages.move(row, MessageState.EXPIRED);
            return;
        }
        jdbc.sql("update outbound_message set state = 'PENDING', due_at = :due, claimed_by = null, claimed_at = null"
                        + " where id = :id and state = 'SENDING' and attempts = :attempts")
                .param("due", JdbcMessages.utc(due))
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    private static String context(UUID id) {
        return "outbound-message:" + id;
    }
}
