package org.sekisho.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
import org.sekisho.shared.Language;
import org.sekisho.vault.SealedSecret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the outbox, and the one way in which a message gets anywhere: by compare-and-set, told to the trail and to whoever
 * listens. What a message says is erased in the update that ends its sending.
 */
@Component
class JdbcMessages {

    private static final String SELECT = "select id, message_key, kind, account_id, case_id, channel, language, reply,"
            + " reply_digits, sealed, state, attempts, carrier_id, expires_at from outbound_message where ";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcMessages(JdbcClient jdbc, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    List<StoredMessage> oldestFirst(String condition, Map<String, ?> parameters) {
        return where(condition + " order by created_at", parameters);
    }

    List<StoredMessage> where(String condition, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + condition)
                .params(parameters)
                .query((row, number) -> stored(row))
                .list();
    }

    /** Moves a message to where it now stands, unless it has moved since it was read. Runs in a transaction of the caller. */
    boolean move(StoredMessage row, MessageState to) {
        return move(row, to, row.carrierId());
    }

    /** The same, with the name under which the carrier will speak of it. */
    boolean move(StoredMessage row, MessageState to, Optional<String> carrierId) {
        int moved = jdbc.sql("update outbound_message set state = :to, sealed = null, carrier_id = :carrier,"
                        + " ended_at = :now where id = :id and state = :from and attempts = :attempts")
                .param("to", to.name())
                .param("carrier", carrierId.orElse(null), java.sql.Types.VARCHAR)
                .param("now", utc(clock.instant()))
                .param("id", row.id())
                .param("from", row.state().name())
                .param("attempts", row.attempts())
                .update();
        if (moved != 1) {
            return false;
        }
        String result = to.name().toLowerCase(Locale.ROOT);
        trail.record(
                "channel.message-" + result,
                Optional.of(row.account()).filter(account -> !account.equals(Message.NOBODY.value())),
                row.caseId(),
                result,
                Map.of(
                        "message", row.id().toString(),
                        "channel", row.channel(),
                        "kind", row.kind().name().toLowerCase(Locale.ROOT)));
        events.publishEvent(new DeliveryChanged(row.key(), new AccountId(row.account()), to));
        return true;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static StoredMessage stored(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getObject("id", UUID.class),
                row.getString("message_key"),
                Message.Kind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                row.getString("channel"),
                new Asked(
                        Language.valueOf(row.getString("language")),
                        new Reply(Reply.Kind.valueOf(row.getString("reply")), row.getInt("reply_digits"))),
                Optional.ofNullable(row.getBytes("sealed")).map(SealedSecret::ofBytes),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("carrier_id")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
