package org.sekisho.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.Origin;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;

/**
 * A part of what was found, the newest in front.
 *
 * @param search what was really sought: a result alone is sought in the last days only
 * @param more whether there is more behind the last one
 * @param people who acted and whose accounts it is about, as far as the directory knows them
 */
public record TrailPage(TrailSearch search, List<Found> events, boolean more, Map<AccountId, Account> people) {

    public TrailPage {
        events = List.copyOf(events);
        people = Map.copyOf(people);
    }

    /**
     * One event.
     *
     * @param origin from where it was done; empty where that is not known, or where its person was erased
     */
    public record Found(ProvenEvent proven, Optional<Origin> origin) {}

    /** The id of the last one, behind which the next part begins. */
    public Optional<Long> last() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).proven().id());
    }
}
