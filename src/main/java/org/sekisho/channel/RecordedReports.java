package org.sekisho.channel;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records reports in the outbox. One that overtakes the carrier's own answer counts, and settles what was unknown. */
@Component
class RecordedReports implements CarrierReports {

    private static final Set<MessageState> OPEN =
            EnumSet.of(MessageState.SENDING, MessageState.SENT, MessageState.UNKNOWN);

    private static final Set<MessageState> REPORTED =
            EnumSet.of(MessageState.DELIVERED, MessageState.UNDELIVERED, MessageState.UNANSWERED);

    private final JdbcMessages messages;

    RecordedReports(JdbcMessages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<SentMessage> find(UUID envelope) {
        return stored(envelope)
                .map(row -> new SentMessage(
                        row.id(),
                        row.key(),
                        new AccountId(row.account()),
                        row.asked().language(),
                        row.asked().reply(),
                        row.state(),
                        row.carrierId(),
                        row.expiresAt()));
    }

    @Override
    @Transactional
    public boolean report(UUID envelope, String carrierId, MessageState state) {
        if (!REPORTED.contains(state)) {
            throw new IllegalArgumentException("carriers do not report " + state);
        }
        return stored(envelope)
                .filter(row -> OPEN.contains(row.state()))
                .filter(row -> row.carrierId().map(carrierId::equals).orElse(true))
                .map(row -> messages.move(row, state, Optional.of(carrierId)))
                .orElse(false);
    }

    private Optional<StoredMessage> stored(UUID envelope) {
        return messages.where("id = :id", Map.of("id", envelope)).stream().findFirst();
    }
}
