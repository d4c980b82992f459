package org.sekisho.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proofs to take away: of each event that it was sealed, with all that it takes to check them elsewhere. */
@Component
public class Proofs {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final JdbcBlocks blocks;
    private final JdbcSealedEvents events;
    private final JdbcRetention retention;
    private final SealKeys keys;
    private final Sealer sealer;

    Proofs(JdbcBlocks blocks, JdbcSealedEvents events, JdbcRetention retention, SealKeys keys, Sealer sealer) {
        this.blocks = blocks;
        this.events = events;
        this.retention = retention;
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Seals what has been committed so far, so that there is a proof of it. */
    public void seal() {
        sealer.seal();
    }

    /** What stands for the events of a case in the chain, in their order, whether they are sealed already or not. */
    @Transactional(readOnly = true)
    public List<EventHash> hashes(UUID caseId) {
        return events.ofCase(caseId).stream()
                .map(event -> new EventHash(
                        event.id(), MerkleTree.leaf(event.id(), event.row().canonical())))
                .toList();
    }

    /** The proofs of the events of a case that are sealed, in their order; as they stand, whether they hold or not. */
    @Transactional(readOnly = true)
    public List<Proof> ofCase(UUID caseId) {
        return of(events.ofCase(caseId));
    }

    /**
     * Proves that events which are not there any more were let go by a rule of retention, as far as they were.
     *
     * @param gone the ids of those events
     */
    @Transactional(readOnly = true)
    public LettingGo lettingGo(Collection<Long> gone) {
        Set<Long> from = new HashSet<>();
        SortedSet<Long> left = new TreeSet<>(gone);
        while (!left.isEmpty()) {
            Optional<StoredBlock> holder = blocks.holding(left.first());
            holder.map(StoredBlock::number).ifPresent(from::add);
            left.remove(left.first());
            holder.flatMap(StoredBlock::readable)
                    .map(Block::ids)
                    .ifPresent(ids -> left.removeIf(event -> ids.place(event) >= 0));
        }
        return new LettingGo(from, of(events.told(retention.lettingGo(from))));
    }

    /**
     * That events were let go.
     *
     * @param from the numbers of the blocks that they were in
     * @param proofs of the events that say so
     */
    public record LettingGo(Set<Long> from, List<Proof> proofs) {

        public LettingGo {
            from = Set.copyOf(from);
            proofs = List.copyOf(proofs);
        }
    }

    private List<Proof> of(List<JdbcSealedEvents.Told> told) {
        Map<Long, Long> holders =
                blocks.holders(told.stream().map(JdbcSealedEvents.Told::id).toList());
        Map<Long, Leaves> held = blocks.numbered(Set.copyOf(holders.values())).stream()
                .flatMap(stored -> Leaves.of(stored).stream())
                .collect(Collectors.toMap(Leaves::block, leaves -> leaves));
        return told.stream()
                .flatMap(event -> Optional.ofNullable(holders.get(event.id()))
                        .map(held::get)
                        .flatMap(leaves -> leaves.proof(event.row()))
                        .stream())
                .toList();
    }

    /** The hashes of a block, read once for all its events. */
    private record Leaves(long block, EventIds ids, List<Hash> hashes) {

        /** Empty where somebody has made something else of the block: then it proves nothing. */
        static Optional<Leaves> of(StoredBlock stored) {
            List<Hash> hashes = stored.leafHashes();
            return stored.readable()
                    .map(Block::ids)
                    .filter(ids -> hashes.size() == ids.size())
                    .map(ids -> new Leaves(stored.number(), ids, hashes));
        }

        Optional<Proof> proof(JdbcSealedEvents.Row row) {
            int place = ids.place(row.id());
            return place < 0
                    ? Optional.empty()
                    : Optional.of(new Proof(row.id(), row.canonical(), block, place, MerkleTree.path(hashes, place)));
        }
    }

    /** The heads of blocks, in their order. */
    @Transactional(readOnly = true)
    public List<SignedHead> heads(Collection<Long> numbers) {
        return blocks.numbered(numbers).stream()
                .map(stored -> new SignedHead(stored.number(), stored.header(), stored.signature()))
                .sorted(Comparator.comparingLong(SignedHead::number))
                .toList();
    }

    /**
     * Signs a text as JWS in compact form (RFC 7515 §3.1) with Ed25519 (RFC 8037), by the key that signs the trail. The header's
     * {@code kid} is the fingerprint of the key.
     *
     * @param text makes the text of all keys that have signed, the first one first; the last of them signs it
     */
    @Transactional
    public Signed sign(Function<List<SealKey>, byte[]> text) {
        blocks.lock();
        SealKeys.Signing signing = keys.signing();
        List<SealKey> all = keys.all();
        byte[] payload = text.apply(all);
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + signing.key().fingerprint() + "\"}";
        String signed = URL.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + URL.encodeToString(payload);
        byte[] signature = signing.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return new Signed(all, payload, signed + "." + URL.encodeToString(signature));
    }

    /**
     * A text that was signed.
     *
     * @param keys all that have signed by then, the first one first
     * @param jws in compact form
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Signed(List<SealKey> keys, byte[] text, String jws) {

        public Signed {
            keys = List.copyOf(keys);
        }
    }
}
