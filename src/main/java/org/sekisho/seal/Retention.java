package org.sekisho.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.audit.AuditTrail;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets sealed events go once they are old enough, but none of an open case. Their hashes stay for as long as a neighbour in the
 * block does, the root of the block for ever: what is left is still proved. That they were let go is itself an event, with a
 * digest by the vault, so that nobody can take events away and call it retention.
 */
@Component
class Retention {

    private static final String OF_THE_TRAIL = "audit.";
    private static final int PAGE = 1000;

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final JdbcRetention events;
    private final JdbcSealedEvents sealed;
    private final ChainStates states;
    private final JdbcBlocks blocks;
    private final RetentionProperties properties;
    private final AuditTrail trail;
    private final Vault vault;
    private final ObjectProvider<Processes> processes;
    private final ObjectProvider<StandingProof> proofs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(
            JdbcRetention events,
            JdbcSealedEvents sealed,
            ChainStates states,
            JdbcBlocks blocks,
            RetentionProperties properties,
            AuditTrail trail,
            Vault vault,
            ObjectProvider<Processes> processes,
            ObjectProvider<StandingProof> proofs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.sealed = sealed;
        this.states = states;
        this.blocks = blocks;
        this.properties = properties;
        this.trail = trail;
        this.vault = vault;
        this.processes = processes;
        this.proofs = proofs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lets all go that is old enough, a block in a transaction, and tells how many events went. */
    int retire() {
        Instant now = clock.instant();
        Duration shortest = Stream.concat(Stream.of(properties.keep()), properties.kinds().values().stream())
                .min(Duration::compareTo)
                .orElseThrow();
        int gone = 0;
        long last = Long.MIN_VALUE;
        List<JdbcRetention.Old> page = events.old(last, now.minus(shortest), PAGE);
        while (!page.isEmpty()) {
            Map<UUID, Boolean> open = new HashMap<>();
            Set<Long> needed = needed(page);
            List<Long> due = page.stream()
                    .filter(event -> due(event, now))
                    .filter(event -> !needed.contains(event.id()))
                    .filter(event -> event.caseId()
                            .map(id -> open.computeIfAbsent(id, this::isOpen))
                            .filter(Boolean::booleanValue)
                            .isEmpty())
                    .map(JdbcRetention.Old::id)
                    .toList();
            Map<Long, List<Long>> byBlock = new TreeMap<>();
            blocks.holders(due).forEach((event, block) -> byBlock.computeIfAbsent(block, number -> new ArrayList<>())
                    .add(event));
            for (Map.Entry<Long, List<Long>> ofBlock : byBlock.entrySet()) {
                gone += Optional.ofNullable(transaction.execute(status -> retire(ofBlock.getKey(), ofBlock.getValue())))
                        .orElse(0);
            }
            last = page.get(page.size() - 1).id();
            page = events.old(last, now.minus(shortest), PAGE);
        }
        return gone;
    }

    /** Forgets from which networks old events came, in batches. */
    void forgetNetworks() {
        Instant before = clock.instant().minus(properties.networks());
        int forgotten = PAGE;
        while (forgotten == PAGE) {
            forgotten = Optional.ofNullable(transaction.execute(status -> events.forgetNetworks(before, PAGE)))
                    .orElse(0);
        }
    }

    /** What is let go, as far as the vault confirms it. */
    Retirements retirements() {
        return new Retirements(this::confirmed);
    }

    /** What is let go of blocks, by their numbers. */
    Map<Long, BitSet> confirmed(Collection<Long> of) {
        Map<Long, BitSet> gone = new HashMap<>();
        sealed.told(events.lettingGo(of)).stream()
                .flatMap(told -> LetGo.read(told.event()).stream())
                .filter(let -> let.isConfirmed(vault))
                .forEach(let ->
                        gone.computeIfAbsent(let.block(), block -> new BitSet()).or(let.places()));
        return gone;
    }

    private boolean due(JdbcRetention.Old event, Instant now) {
        if (event.action().startsWith(OF_THE_TRAIL)) {
            return false;
        }
        String kind = event.action().substring(0, Math.max(0, event.action().indexOf('.')));
        return event.at().isBefore(now.minus(properties.kinds().getOrDefault(kind, properties.keep())));
    }

    /** Of the events those that prove something that is still kept. */
    private Set<Long> needed(List<JdbcRetention.Old> page) {
        Set<Long> needed = new HashSet<>();
        proofs.orderedStream().forEach(proof -> {
            List<JdbcRetention.Old> proving = page.stream()
                    .filter(event -> event.action().equals(proof.action()))
                    .filter(event -> event.caseId().isPresent())
                    .toList();
            Set<UUID> kept = proof.kept(
                    proving.stream().map(event -> event.caseId().orElseThrow()).toList());
            proving.stream()
                    .filter(event -> kept.contains(event.caseId().orElseThrow()))
                    .forEach(event -> needed.add(event.id()));
        });
        return needed;
    }

    private boolean isOpen(UUID caseId) {
        return !processes.getObject().waitsAt(new CaseId(caseId)).isEmpty();
    }

    private int retire(long number, Collection<Long> old) {
        blocks.lock();
        List<Long> due = proven(number, old);
        if (due.isEmpty()) {
            return 0;
        }
        Block block = blocks.find(number).map(StoredBlock::block).orElseThrow();
        int gone = events.delete(due);
        // another node was quicker
        if (gone == 0) {
            return 0;
        }
        if (events.left(block.ids().stream().boxed().toList()) == 0) {
            events.forgetLeaves(number);
        }
        BitSet places = new BitSet();
        due.stream().map(block.ids()::place).filter(place -> place >= 0).forEach(places::set);
        LetGo let = LetGo.confirmed(number, places, vault);
        trail.record(LetGo.ACTION, Optional.empty(), Optional.empty(), "retired", let.details());
        events.addLettingGo(let);
        return gone;
    }

    /** Those that are as they were sealed: what somebody has made old, or another's, must not vanish with the product's blessing. */
    private List<Long> proven(long number, Collection<Long> old) {
        List<Long> proven = new ArrayList<>();
        for (ProvenEvent event : states.of(old)) {
            if (event.state() == ChainState.VERIFIED && event.block().equals(OptionalLong.of(number))) {
                proven.add(event.id());
            } else {
                log.error("Event {} is not as it was sealed, and so it is not let go.", event.id());
            }
        }
        return proven;
    }
}
