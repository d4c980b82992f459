package org.sekisho.seal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Tells of single events whether they are as they were sealed, each time from the rows as they stand: the event against its hash,
 * the hashes against the root of the block, the block against its signature. Whether blocks are missing before or after, only
 * {@link TrailVerification} finds. Asks the database as often for many events as for one.
 */
public interface ChainStates {

    /** All events of a case in the order in which they were appended. */
    List<ProvenEvent> ofCase(UUID caseId);

    /** Those of the events that are there, in the order in which they were appended. */
    List<ProvenEvent> of(Collection<Long> ids);
}
