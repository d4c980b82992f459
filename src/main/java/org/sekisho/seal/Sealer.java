package org.sekisho.seal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.seal.EventIds.Run;
import org.sekisho.seal.JdbcBlocks.Sealable;
import org.sekisho.seal.JdbcGaps.Gap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts events that have been committed into blocks, each block in one transaction. Writers are never waited for and never wait:
 * an id that is not there yet, though a greater one is, is a gap, and what comes into it later goes into a later block. Two
 * nodes may seal at the same time; one waits for the other.
 */
@Component
class Sealer {

    /**
     * So many ids may be passed over at once: more than the greatest transaction that fails takes. What stands beyond was not written by
     * the product, and would keep all from being sealed that the product is yet to write.
     */
    static final long MOST_SKIPPED = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final JdbcBlocks blocks;
    private final JdbcGaps gaps;
    private final SealKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(JdbcBlocks blocks, JdbcGaps gaps, SealKeys keys, Clock clock, PlatformTransactionManager transactions) {
        this.blocks = blocks;
        this.gaps = gaps;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals all that has been committed, and tells how many blocks that made. */
    int seal() {
        int made = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> sealOne()))) {
            made++;
        }
        return made;
    }

    private boolean sealOne() {
        long reached = blocks.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        adopt();
        List<Gap> open = gaps.open();
        List<Sealable> came = blocks.within(open, Block.MOST_EVENTS);
        Map<Long, Long> holders = blocks.late(came.stream().map(Sealable::id).toList());
        List<Sealable> late =
                came.stream().filter(event -> !isSealed(event.id(), holders)).toList();
        List<Sealable> fresh = near(reached, blocks.after(reached, Block.MOST_EVENTS - late.size()));
        fill(open, late, came.size() == Block.MOST_EVENTS, now);
        if (late.isEmpty() && fresh.isEmpty()) {
            return false;
        }
        List<Long> freshIds = fresh.stream().map(Sealable::id).toList();
        between(reached, freshIds).forEach(run -> gaps.add(new Gap(run, now)));
        long number = add(Stream.concat(late.stream(), fresh.stream()).toList(), now);
        late.forEach(event -> blocks.addLate(event.id(), number));
        freshIds.stream().reduce((earlier, later) -> later).ifPresent(blocks::reached);
        return true;
    }

    /** Gaps of a release that wrote no digests: the block that passed one over was sealed in the moment at which it was seen. */
    private void adopt() {
        gaps.bare().stream()
                .filter(gap -> blocks.holding(gap.ids().last())
                        .filter(stored -> stored.block().sealedAt().equals(gap.seenAt()))
                        .isPresent())
                .forEach(gaps::add);
    }

    /** A gap that is there again though it was filled lets nothing be sealed twice. */
    private boolean isSealed(long event, Map<Long, Long> holders) {
        return Optional.ofNullable(holders.get(event))
                .flatMap(blocks::find)
                .filter(stored -> stored.block().ids().place(event) >= 0)
                .isPresent();
    }

    private static List<Sealable> near(long reached, List<Sealable> fresh) {
        long before = reached;
        for (int place = 0; place < fresh.size(); place++) {
            long id = fresh.get(place).id();
            if (id - before > MOST_SKIPPED) {
                log.error(
                        "Event {} stands far beyond event {}: the product did not write it, and it is not sealed.",
                        id,
                        before);
                return fresh.subList(0, place);
            }
            before = id;
        }
        return fresh;
    }

    private long add(List<Sealable> events, Instant now) {
        List<Hash> leaves = events.stream()
                .map(event -> MerkleTree.leaf(event.id(), event.canonical()))
                .toList();
        SealKeys.Signing signing = keys.signing();
        Block last = blocks.last().map(StoredBlock::block).orElse(null);
        Block block = new Block(
                last == null ? 1 : last.number() + 1,
                now,
                EventIds.of(events.stream().map(Sealable::id).toList()),
                MerkleTree.root(leaves),
                last == null ? Hash.NONE : last.hash(),
                signing.key().number());
        blocks.add(block, signing.sign(block.header()), leaves);
        return block.number();
    }

    /**
     * Makes gaps smaller by what has come into them, and forgets those into which nothing can come any more.
     *
     * @param more whether more may have come into them than fits into a block
     */
    private void fill(List<Gap> open, List<Sealable> late, boolean more, Instant now) {
        for (Gap gap : open) {
            List<Run> rest = List.of(gap.ids());
            for (Sealable event : late) {
                rest = rest.stream().flatMap(run -> without(run, event.id())).toList();
            }
            boolean due = !gap.seenAt().plus(JdbcGaps.LONGEST_TRANSACTION).isAfter(now);
            if (due || !rest.equals(List.of(gap.ids()))) {
                gaps.remove(gap);
                if (!due) {
                    rest.forEach(run -> gaps.add(new Gap(run, gap.seenAt())));
                } else if (more) {
                    rest.forEach(run -> gaps.add(new Gap(run, now)));
                }
            }
        }
    }

    private static Stream<Run> without(Run run, long id) {
        return id < run.first() || id > run.last() ? Stream.of(run) : run.without(id).stream();
    }

    /** The ids after the one reached that are not among these, up to the last of these. */
    private static List<Run> between(long reached, List<Long> ids) {
        List<Run> gaps = new ArrayList<>();
        long before = reached;
        for (long id : ids) {
            if (id > before + 1) {
                gaps.add(new Run(before + 1, id - 1));
            }
            before = id;
        }
        return gaps;
    }
}
