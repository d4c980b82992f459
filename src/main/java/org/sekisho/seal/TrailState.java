package org.sekisho.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How it stands with the trail.
 *
 * @param whole the last verification of the whole trail
 * @param fresh the last one of what was new, where it is newer than that
 * @param head the last block; empty where there is none
 * @param anchored the last block that was written down outside
 * @param anchoredAt when it was
 * @param unanchoredSince since when events could be cut off from the end and nobody would notice; empty where none could
 * @param anchors whether there is a place outside at all
 * @param unsealed how many events no block has taken in yet
 */
public record TrailState(
        Optional<Check> whole,
        Optional<Check> fresh,
        Optional<Anchor> head,
        Optional<Anchor> anchored,
        Optional<Instant> anchoredAt,
        Optional<Instant> unanchoredSince,
        boolean anchors,
        long unsealed) {

    /** The newest verification. */
    public Optional<Check> last() {
        return fresh.or(() -> whole);
    }

    /** What the last verifications found. */
    public List<Finding> findings() {
        return Stream.concat(whole.stream(), fresh.stream())
                .flatMap(check -> check.findings().stream())
                .distinct()
                .toList();
    }

    /**
     * A verification that has ended.
     *
     * @param whole whether it went through the whole trail
     * @param blocks how many it has gone through
     * @param events how many it has compared
     */
    public record Check(
            boolean whole, Instant startedAt, Instant endedAt, long blocks, long events, List<Finding> findings) {

        public Check {
            findings = List.copyOf(findings);
        }
    }
}
