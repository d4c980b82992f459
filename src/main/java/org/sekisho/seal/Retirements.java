package org.sekisho.seal;

import java.util.BitSet;
import java.util.Map;

/** Which events have left the trail because they were old enough, by block and place, and were not taken away by somebody. */
final class Retirements {

    private static final BitSet NOTHING = new BitSet();

    private final Map<Long, BitSet> gone;

    Retirements(Map<Long, BitSet> gone) {
        this.gone = gone;
    }

    /** Whether the event at a place of a block was let go. */
    boolean letGo(long block, int place) {
        return of(block).get(place);
    }

    /** Whether all events of a block were let go; then their hashes need not be there any more. */
    boolean letGoAll(long block, int events) {
        return of(block).cardinality() == events;
    }

    private BitSet of(long block) {
        return gone.getOrDefault(block, NOTHING);
    }
}
