package org.sekisho.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.directory.AccountId;

/**
 * One incident mode.
 *
 * @param endsAt when it is over, unless a lead ends it before
 * @param endedAt when a lead ended it
 * @param cases how many cases were decided under it
 */
public record Incident(
        UUID id,
        Target target,
        String reason,
        AccountId openedBy,
        Instant openedAt,
        Instant endsAt,
        Optional<AccountId> endedBy,
        Optional<Instant> endedAt,
        int cases) {

    /** When it is over, or was. */
    public Instant over() {
        return endedAt.orElse(endsAt);
    }
}
