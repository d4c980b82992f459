package org.sekisho.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param whole whether it went through the whole trail, and not only through what was new
 * @param blocks how many it has gone through
 * @param events how many it has compared with what was sealed
 * @param retired how many had left by a rule of retention, of which the hash alone was compared
 * @param unsealed how many no block had taken in yet, and so nothing proves
 * @param findings what is not as it was sealed; at most {@link TrailVerification#MOST_FINDINGS}
 * @param more whether there were more
 * @param head the number of the last block; 0 where there is none
 * @param anchored the number of the last block that was written down outside and is still the same; 0 where there is none
 * @param unanchoredSince from when on events could be cut off from the end and nobody would notice; empty where nothing is
 */
public record Verdict(
        boolean whole,
        Instant startedAt,
        Instant endedAt,
        long blocks,
        long events,
        long retired,
        long unsealed,
        List<Finding> findings,
        boolean more,
        long head,
        long anchored,
        Optional<Instant> unanchoredSince) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether all is as it was sealed. */
    public boolean intact() {
        return findings.isEmpty();
    }
}
