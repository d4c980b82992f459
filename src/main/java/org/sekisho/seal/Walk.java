package org.sekisho.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.seal.Finding.Kind;
import org.sekisho.seal.JdbcSealedEvents.Row;
import org.sekisho.shared.Sha256;

/**
 * One way along the chain, block after block; remembers no more than what the next block needs. What a header says counts only once
 * its signature is checked. Used once, by one thread.
 */
final class Walk {

    /** Of events that wait for a later block there are as many as the longest transaction wrote. */
    private static final int MOST_STRANGERS = 100_000;

    private final JdbcSealedEvents events;
    private final Map<Integer, SealKey> keys;
    private final Retirements retirements;
    private final MessageDigest digest = Sha256.begun();
    private final List<Finding> findings = new ArrayList<>();

    /** Events that stand where no block so far has one; a later block may. */
    private final Set<Long> strangers = new TreeSet<>();

    private long number;
    private Optional<Hash> hash;
    private long lastEventId;
    private long blocks;
    private long compared;
    private long retired;
    private boolean more;

    /** Whether nobody can tell which events the block before had: it is gone, unreadable or forged, and was found. */
    private boolean blind;

    /** @param from the place from which it goes on */
    Walk(JdbcSealedEvents events, Map<Integer, SealKey> keys, Retirements retirements, Place from) {
        this.events = events;
        this.keys = keys;
        this.retirements = retirements;
        this.number = from.block();
        this.hash = Optional.of(from.hash());
        this.lastEventId = from.lastEventId();
    }

    /** Goes on with blocks in their order. */
    void pass(List<StoredBlock> page) {
        retirements.look(page.stream().map(StoredBlock::number).toList());
        page.forEach(this::pass);
    }

    private void pass(StoredBlock stored) {
        for (long missing = number + 1; missing < stored.number() && !more; missing++) {
            found(Finding.ofBlock(Kind.BLOCK_REMOVED, missing));
            hash = Optional.empty();
            blind = true;
        }
        blocks++;
        number = stored.number();
        Optional<Block> readable = stored.readable();
        if (readable.isEmpty()) {
            found(Finding.ofBlock(Kind.BLOCK_CHANGED, number));
            hash = Optional.empty();
            blind = true;
            return;
        }
        Block block = readable.get();
        boolean signed = passHeader(stored, block);
        if (signed) {
            passEvents(stored, block);
            lastEventId = Math.max(lastEventId, block.ids().last());
        }
        hash = Optional.of(block.hash());
        blind = !signed;
    }

    private boolean passHeader(StoredBlock stored, Block block) {
        boolean fits = block.number() == stored.number()
                && block.sealedAt().equals(stored.sealedAt())
                && block.ids().last() == stored.lastEventId();
        if (!fits) {
            found(Finding.ofBlock(Kind.BLOCK_CHANGED, number));
        }
        if (hash.filter(before -> !before.equals(block.previous())).isPresent()) {
            found(Finding.ofBlock(Kind.CHAIN_BROKEN, number));
        }
        SealKey key = keys.get(block.key());
        boolean signed = key != null && key.signed(stored.header(), stored.signature());
        if (!signed) {
            found(Finding.ofBlock(Kind.BLOCK_FORGED, number));
        }
        return signed;
    }

    private void passEvents(StoredBlock stored, Block block) {
        Map<Long, Row> rows = rows(block);
        List<Hash> leaves = stored.leafHashes();
        boolean all = leaves.size() == block.ids().size();
        if (!all || !MerkleTree.root(leaves).equals(block.root())) {
            if (!retirements.letGoAll(number, block.ids().size()) || !rows.isEmpty()) {
                found(Finding.ofBlock(Kind.BLOCK_CHANGED, number));
            } else {
                retired += block.ids().size();
            }
            return;
        }
        Map<Long, Row> changed = new LinkedHashMap<>();
        int place = 0;
        for (long id : block.ids().stream().toArray()) {
            Row row = rows.get(id);
            if (row == null) {
                pass(id, place);
            } else {
                compared++;
                if (!row.agrees()
                        || !MerkleTree.leaf(digest, id, row.canonical()).equals(leaves.get(place))) {
                    changed.put(id, row);
                }
            }
            place++;
        }
        if (!changed.isEmpty()) {
            name(changed, block, leaves);
        }
    }

    private void pass(long missing, int place) {
        // it may have been let go while this walk went on
        if (retirements.letGo(number, place) || retirements.letGoMeanwhile(number, place)) {
            retired++;
        } else {
            found(Finding.ofEvent(Kind.EVENT_REMOVED, number, missing));
        }
    }

    /** The rows of the block; those beside them wait for a later block. */
    private Map<Long, Row> rows(Block block) {
        Map<Long, Row> rows = new HashMap<>();
        List<Long> late = new ArrayList<>();
        for (EventIds.Run run : block.ids().runs()) {
            for (long id = run.first(); id <= Math.min(run.last(), lastEventId); id++) {
                late.add(id);
            }
        }
        if (!late.isEmpty()) {
            strangers.removeAll(new HashSet<>(late));
            events.each(late, row -> rows.put(row.id(), row));
        }
        if (block.ids().last() > lastEventId) {
            events.between(lastEventId, block.ids().last(), row -> {
                if (block.ids().place(row.id()) >= 0) {
                    rows.put(row.id(), row);
                } else {
                    strange(row.id());
                }
            });
        }
        return rows;
    }

    private void strange(long id) {
        if (blind) {
            return;
        }
        if (strangers.size() < MOST_STRANGERS) {
            strangers.add(id);
        } else {
            found(Finding.inserted(id));
            more = true;
        }
    }

    private void name(Map<Long, Row> changed, Block block, List<Hash> leaves) {
        Set<Long> told = new HashSet<>();
        changed.forEach((id, row) -> {
            if (!told.contains(id)) {
                Optional<Long> other = changed.values().stream()
                        .filter(candidate -> candidate.id() != id && !told.contains(candidate.id()))
                        .filter(candidate -> says(row, candidate.id(), block, leaves))
                        .filter(candidate -> says(candidate, id, block, leaves))
                        .map(Row::id)
                        .findFirst();
                told.add(id);
                other.ifPresent(told::add);
                found(other.map(swapped -> Finding.swapped(number, id, swapped))
                        .orElseGet(() -> Finding.ofEvent(Kind.EVENT_CHANGED, number, id)));
            }
        });
    }

    private boolean says(Row row, long id, Block block, List<Hash> leaves) {
        return MerkleTree.leaf(digest, id, row.canonical())
                .equals(leaves.get(block.ids().place(id)));
    }

    void found(Finding finding) {
        if (findings.size() < TrailVerification.MOST_FINDINGS) {
            findings.add(finding);
        } else {
            more = true;
        }
    }

    /** Events that no block has taken in, up to where the walk has come. */
    List<Long> strangers() {
        return List.copyOf(strangers);
    }

    /** Where the walk has come; empty where nobody can tell what the last block was. */
    Optional<Place> place() {
        return hash.filter(known -> !blind).map(known -> new Place(number, known, lastEventId));
    }

    long blocks() {
        return blocks;
    }

    long compared() {
        return compared;
    }

    long retired() {
        return retired;
    }

    boolean more() {
        return more;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * A place in the chain.
     *
     * @param block the number of the last block passed; 0 at the beginning
     * @param lastEventId the greatest id of the events passed
     */
    record Place(long block, Hash hash, long lastEventId) {

        static final Place BEGINNING = new Place(0, Hash.NONE, Long.MIN_VALUE);
    }
}
