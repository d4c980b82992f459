package org.sekisho.channel;

import java.util.Optional;

/**
 * A carrier's word that it has taken a message.
 *
 * @param carrierId by what name the carrier will speak of it; empty where it never does again
 */
public record Receipt(Optional<String> carrierId) {

    /** Taken, and that is the last one hears of it. */
    public static final Receipt TAKEN = new Receipt(Optional.empty());

    /** Taken; the carrier reports what becomes of it. */
    public static Receipt tracked(String carrierId) {
        return new Receipt(Optional.of(carrierId));
    }
}
