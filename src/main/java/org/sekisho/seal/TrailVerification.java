package org.sekisho.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.seal.Finding.Kind;
import org.sekisho.seal.Walk.Place;
import org.springframework.stereotype.Component;

/**
 * Compares the trail with what was sealed: every event with its hash, the hashes with the root of their block, every block with
 * the one before it and with its signature, the keys with the vault, and the chain with what was written down outside. Needs no
 * more memory for a long trail than for a short one, and holds nobody up. Safe for use by many threads.
 */
@Component
public class TrailVerification {

    /** Of more findings nobody would read the rest. */
    public static final int MOST_FINDINGS = 1000;

    private static final int PAGE = 32;

    private final JdbcBlocks blocks;
    private final JdbcGaps gaps;
    private final JdbcSealedEvents events;
    private final JdbcSealKeys storedKeys;
    private final SealKeys keys;
    private final JdbcChecks checks;
    private final Anchors anchors;
    private final Retention retention;
    private final Clock clock;

    TrailVerification(
            JdbcBlocks blocks,
            JdbcGaps gaps,
            JdbcSealedEvents events,
            JdbcSealKeys storedKeys,
            SealKeys keys,
            JdbcChecks checks,
            Anchors anchors,
            Retention retention,
            Clock clock) {
        this.blocks = blocks;
        this.gaps = gaps;
        this.events = events;
        this.storedKeys = storedKeys;
        this.keys = keys;
        this.checks = checks;
        this.anchors = anchors;
        this.retention = retention;
        this.clock = clock;
    }

    /** Verifies the whole trail against all anchors that this node knows. */
    public Verdict verifyAll() {
        return verifyAll(List.of());
    }

    /**
     * Verifies the whole trail.
     *
     * @param further anchors beside those that this node knows
     */
    public Verdict verifyAll(Collection<Anchor> further) {
        return verifyAll(further, new Progress());
    }

    /**
     * Verifies the whole trail, and tells meanwhile how far it has come.
     *
     * @param further anchors beside those that this node knows
     */
    Verdict verifyAll(Collection<Anchor> further, Progress progress) {
        return verify(Place.BEGINNING, further, progress);
    }

    /** Verifies what has come since the last verification that found nothing; the first time all. */
    public Verdict verifyNew() {
        return verifyNew(new Progress());
    }

    /** The same, and tells meanwhile how far it has come. */
    Verdict verifyNew(Progress progress) {
        return verify(checks.lastIntact().orElse(Place.BEGINNING), List.of(), progress);
    }

    private Verdict verify(Place from, Collection<Anchor> further, Progress progress) {
        Instant startedAt = clock.instant();
        // in this order: of what comes meanwhile neither the blocks nor the keys that sign them are asked for
        long reached = blocks.reached();
        long last = blocks.last().map(StoredBlock::number).orElse(0L);
        Map<Integer, SealKey> known = new HashMap<>();
        List<Finding> ofKeys = passKeys(known);
        Walk walk = new Walk(events, known, retention.retirements(), from);
        ofKeys.forEach(walk::found);
        if (!from.equals(Place.BEGINNING)) {
            passStart(from, walk);
        }
        List<Anchor> all = new ArrayList<>(anchors.known());
        all.addAll(further);
        long head = Math.min(from.block(), last);
        progress.begun(head, last);
        List<StoredBlock> page = blocks.between(head, last, PAGE);
        while (!page.isEmpty() && !walk.more()) {
            walk.pass(page);
            head = page.get(page.size() - 1).number();
            progress.reached(head);
            page = blocks.between(head, last, PAGE);
        }
        passStrangers(walk);
        passEnd(walk, reached, !known.isEmpty());
        Optional<Anchor> anchored = passAnchors(all, head, walk);
        Verdict verdict = new Verdict(
                from.equals(Place.BEGINNING),
                startedAt,
                clock.instant(),
                walk.blocks(),
                walk.compared(),
                walk.retired(),
                blocks.unsealed(gaps.open()),
                walk.findings(),
                walk.more(),
                head,
                anchored.map(Anchor::block).orElse(0L),
                unanchoredSince(anchored, head));
        checks.add(verdict, walk.place());
        return verdict;
    }

    /** Of those that no block has taken in, some wait to be sealed, or were while the walk went on. */
    private void passStrangers(Walk walk) {
        List<JdbcGaps.Gap> open = gaps.open();
        Map<Integer, SealKey> known = new HashMap<>();
        passKeys(known);
        walk.strangers().stream()
                .filter(id -> open.stream().noneMatch(gap -> gap.has(id)))
                .filter(id -> !isSealedLate(id, known))
                .forEach(id -> walk.found(Finding.inserted(id)));
    }

    /** What the table says of late events is believed where a signed block has the event. */
    private boolean isSealedLate(long id, Map<Integer, SealKey> known) {
        return blocks.late(id)
                .flatMap(blocks::find)
                .filter(stored -> stored.readable()
                        .filter(block -> block.ids().place(id) >= 0)
                        .map(block -> known.get(block.key()))
                        .filter(key -> key.signed(stored.header(), stored.signature()))
                        .isPresent())
                .isPresent();
    }

    /** Up to where all was sealed when the walk began, it has come; and nothing stands so far beyond that it would never be sealed. */
    private void passEnd(Walk walk, long reached, boolean begun) {
        walk.place().filter(place -> begun && !walk.more()).ifPresent(end -> {
            if (end.lastEventId() < reached) {
                walk.found(Finding.endsBefore(reached));
            }
            blocks.leap(Math.max(reached, end.lastEventId()), Sealer.MOST_SKIPPED)
                    .ifPresent(id -> walk.found(Finding.inserted(id)));
        });
    }

    /** The block that the last verification ended at must still be what it was. */
    private void passStart(Place from, Walk walk) {
        Optional<StoredBlock> start = blocks.find(from.block());
        if (start.isEmpty()) {
            boolean cut = blocks.beyond(from.block(), 1).isEmpty();
            walk.found(Finding.ofBlock(cut ? Kind.TAIL_CUT : Kind.BLOCK_REMOVED, from.block()));
        } else if (!Hash.of(start.get().header()).equals(from.hash())) {
            walk.found(Finding.ofBlock(Kind.BLOCK_CHANGED, from.block()));
        }
    }

    private List<Finding> passKeys(Map<Integer, SealKey> known) {
        List<Finding> findings = new ArrayList<>();
        for (JdbcSealKeys.Stored stored : storedKeys.all()) {
            SealKey key = stored.key();
            if (!keys.ours(stored) || !key.vouchedForBy(Optional.ofNullable(known.get(key.number() - 1)))) {
                findings.add(Finding.ofKey(key.number()));
            }
            known.put(key.number(), key);
        }
        return findings;
    }

    /** @return the last of them that the chain agrees with */
    private Optional<Anchor> passAnchors(List<Anchor> all, long head, Walk walk) {
        Optional<Anchor> last = Optional.empty();
        Map<Long, byte[]> headers =
                blocks.headers(all.stream().map(Anchor::block).toList());
        for (Anchor anchor : all) {
            byte[] header = headers.get(anchor.block());
            if (header == null) {
                // a block amid the chain that is gone was found already
                if (anchor.block() > head) {
                    walk.found(Finding.ofBlock(Kind.TAIL_CUT, anchor.block()));
                }
            } else if (!Hash.of(header).equals(anchor.hash())) {
                walk.found(Finding.ofBlock(Kind.ANCHOR_CONTRADICTED, anchor.block()));
            } else if (last.filter(before -> before.block() >= anchor.block()).isEmpty()) {
                last = Optional.of(anchor);
            }
        }
        return last;
    }

    /** When the first block after the last anchored one was sealed. */
    private Optional<Instant> unanchoredSince(Optional<Anchor> anchored, long head) {
        long last = anchored.map(Anchor::block).orElse(0L);
        return last >= head
                ? Optional.empty()
                : blocks.beyond(last, 1).stream().map(StoredBlock::sealedAt).findFirst();
    }
}
