package org.sekisho.seal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sekisho.audit.AuditEvent;

/**
 * An event with what the chain says of it.
 *
 * @param id its place in the trail
 * @param event what it says; of one whose sealed form cannot be read any more, what its columns say
 * @param block the number of the block that has taken it in; empty where there is none
 * @param sealedAt when that block was made
 */
public record ProvenEvent(
        long id, AuditEvent event, ChainState state, OptionalLong block, Optional<Instant> sealedAt) {}
