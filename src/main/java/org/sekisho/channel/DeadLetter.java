package org.sekisho.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.process.CaseId;

/**
 * A message that did not get through, as far as is known. Tells neither to whom nor what.
 *
 * @param id under which the log and the trail speak of it
 * @param tries how often it was handed to the carrier
 */
public record DeadLetter(
        UUID id,
        Optional<CaseId> caseId,
        String channel,
        Message.Kind kind,
        MessageState state,
        int tries,
        Instant at) {}
