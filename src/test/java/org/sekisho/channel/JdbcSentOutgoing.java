package org.sekisho.channel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stands in, for tests, for a carrier that has taken a message. */
@Component
@Profile("test")
public class JdbcSentOutgoing {

    private final JdbcClient jdbc;
    private final JdbcMessages messages;
    private final TransactionTemplate transaction;

    JdbcSentOutgoing(JdbcClient jdbc, JdbcMessages messages, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.transaction = transaction;
    }

    /** The carrier has taken the message and calls it so. */
    public UUID sentUnder(String key, String carrierId) {
        return transaction.execute(status -> {
            StoredMessage row =
                    messages.where("message_key = :key", Map.of("key", key)).get(0);
            messages.move(row, MessageState.SENT, Optional.of(carrierId));
            return row.id();
        });
    }

    /** How often the trail tells of reports that nobody had signed. */
    public int refusedReports() {
        return jdbc.sql("select count(*) from audit_event where action = 'channel.report-refused'")
                .query(Integer.class)
                .single();
    }
}
