package org.sekisho.channel;

import java.util.Optional;
import java.util.UUID;

/** Takes what a carrier tells of a message some time after it was handed over. */
public interface CarrierReports {

    /** The message of an envelope. */
    Optional<SentMessage> find(UUID envelope);

    /**
     * Records what became of a message: once it has arrived or failed to, no later report changes that, whatever order reports
     * come in.
     *
     * @param carrierId by what name the carrier speaks of it; a report under another name than it was taken under is not meant
     *     for this message
     * @param state {@link MessageState#DELIVERED}, {@link MessageState#UNDELIVERED} or {@link MessageState#UNANSWERED}
     * @return whether anything changed
     */
    boolean report(UUID envelope, String carrierId, MessageState state);
}
