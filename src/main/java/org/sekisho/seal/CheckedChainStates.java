package org.sekisho.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.seal.JdbcSealedEvents.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks each time. */
@Component
class CheckedChainStates implements ChainStates {

    /** How many events are asked for together: each may be in another block, and a block has some 32 kB of hashes. */
    private static final int TOGETHER = 500;

    private final JdbcBlocks blocks;
    private final JdbcGaps gaps;
    private final JdbcSealedEvents events;
    private final JdbcSealKeys storedKeys;
    private final SealKeys keys;

    CheckedChainStates(
            JdbcBlocks blocks, JdbcGaps gaps, JdbcSealedEvents events, JdbcSealKeys storedKeys, SealKeys keys) {
        this.blocks = blocks;
        this.gaps = gaps;
        this.events = events;
        this.storedKeys = storedKeys;
        this.keys = keys;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProvenEvent> ofCase(UUID caseId) {
        return proven(events.ofCase(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProvenEvent> of(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : proven(events.told(new TreeSet<>(ids)));
    }

    private List<ProvenEvent> proven(List<Told> told) {
        List<ProvenEvent> proven = new ArrayList<>(told.size());
        for (int from = 0; from < told.size(); from += TOGETHER) {
            List<Told> together = told.subList(from, Math.min(told.size(), from + TOGETHER));
            Chain chain = chain(together.stream().map(Told::id).toList());
            together.forEach(event -> proven.add(chain.prove(event)));
        }
        return proven;
    }

    /** What a block has not taken in is asked before the blocks: whatever is sealed in between is then in both, not in none. */
    private Chain chain(List<Long> ids) {
        long reached = blocks.reached();
        List<JdbcGaps.Gap> open = gaps.open();
        Map<Long, Long> holders = blocks.holders(ids);
        Map<Integer, SealKey> known = storedKeys.all().stream()
                .filter(keys::ours)
                .map(JdbcSealKeys.Stored::key)
                .collect(Collectors.toMap(SealKey::number, key -> key));
        Map<Long, Checked> checked = new HashMap<>();
        blocks.numbered(Set.copyOf(holders.values()))
                .forEach(stored -> checked.put(stored.number(), check(stored, known)));
        return new Chain(reached, open, holders, checked);
    }

    private static Checked check(StoredBlock stored, Map<Integer, SealKey> known) {
        Optional<Block> readable = stored.readable();
        if (readable.isEmpty()) {
            return new Checked(stored, Optional.empty(), List.of(), false);
        }
        Block block = readable.get();
        List<Hash> leaves = stored.leafHashes();
        SealKey key = known.get(block.key());
        boolean holds = block.number() == stored.number()
                && leaves.size() == block.ids().size()
                && MerkleTree.root(leaves).equals(block.root())
                && key != null
                && key.signed(stored.header(), stored.signature());
        return new Checked(stored, Optional.of(block.ids()), leaves, holds);
    }

    /**
     * A block, looked at once for all its events.
     *
     * @param ids of its events; empty where its header cannot be read
     * @param holds whether its hashes, its header and its signature fit
     */
    private record Checked(StoredBlock stored, Optional<EventIds> ids, List<Hash> leaves, boolean holds) {

        boolean proves(Told event) {
            int place = ids.map(all -> all.place(event.id())).orElse(-1);
            return holds
                    && place >= 0
                    && event.row().agrees()
                    && MerkleTree.leaf(event.id(), event.row().canonical()).equals(leaves.get(place));
        }
    }

    private record Chain(long reached, List<JdbcGaps.Gap> gaps, Map<Long, Long> holders, Map<Long, Checked> blocks) {

        ProvenEvent prove(Told event) {
            Optional<Checked> block = Optional.ofNullable(holders.get(event.id()))
                    .map(blocks::get)
                    // of one that cannot be read nobody knows what it had taken in
                    .filter(found ->
                            found.ids().map(ids -> ids.place(event.id()) >= 0).orElseGet(() -> !waits(event.id())));
            return new ProvenEvent(
                    event.id(),
                    event.event(),
                    block.map(found -> found.proves(event) ? ChainState.VERIFIED : ChainState.BROKEN)
                            .orElseGet(() -> waits(event.id()) ? ChainState.UNSEALED : ChainState.BROKEN),
                    block.map(found -> OptionalLong.of(found.stored().number())).orElseGet(OptionalLong::empty),
                    block.map(found -> found.stored().sealedAt()));
        }

        private boolean waits(long id) {
            return id > reached || gaps.stream().anyMatch(gap -> gap.has(id));
        }
    }
}
