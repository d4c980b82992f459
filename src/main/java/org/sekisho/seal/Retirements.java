package org.sekisho.seal;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which events have left the trail because they were old enough, by block and place, and were not taken away by somebody. Knows
 * those of a few blocks at a time. Used by one thread.
 */
final class Retirements {

    private static final BitSet NOTHING = new BitSet();

    private final Function<Collection<Long>, Map<Long, BitSet>> reader;
    private final Set<Long> lookedAgain = new HashSet<>();
    private Map<Long, BitSet> known = new HashMap<>();

    /** @param reader tells by the numbers of blocks what was let go of them, as far as the vault confirms it */
    Retirements(Function<Collection<Long>, Map<Long, BitSet>> reader) {
        this.reader = reader;
    }

    /** Asks about these blocks, and forgets those of before. */
    void look(Collection<Long> blocks) {
        known = new HashMap<>(reader.apply(blocks));
        lookedAgain.clear();
    }

    /** Whether the event at a place of a block was let go. */
    boolean letGo(long block, int place) {
        return of(block).get(place);
    }

    /** The same, and asks once more about the block, if that was not done yet. */
    boolean letGoMeanwhile(long block, int place) {
        if (lookedAgain.add(block)) {
            known.putAll(reader.apply(List.of(block)));
        }
        return letGo(block, place);
    }

    /** Whether all events of a block were let go; then their hashes need not be there any more. */
    boolean letGoAll(long block, int events) {
        return of(block).cardinality() == events;
    }

    private BitSet of(long block) {
        return known.getOrDefault(block, NOTHING);
    }
}
