package org.sekisho.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditEvent;

/** Checks proofs without any database. What it is given may be anything. */
public final class ProofCheck {

    private final Map<Integer, SealKey> keys = new HashMap<>();
    private final Map<Long, Block> blocks = new HashMap<>();
    private final Map<Long, BitSet> letGo = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<Block> last = Optional.empty();

    /**
     * Trusts the first key, and of the others those that can be traced back to it.
     *
     * @param given the keys, numbered from 1, of which each must be vouched for by the one before it
     */
    public ProofCheck(Collection<SealKey> given) {
        for (SealKey key : given) {
            boolean next = key.number() == keys.size() + 1;
            if (next && key.vouchedForBy(Optional.ofNullable(keys.get(keys.size())))) {
                keys.put(key.number(), key);
            } else {
                problems.add("key " + key.number() + " is not vouched for by the key before it");
            }
        }
    }

    /** Takes a head in, each after those with smaller numbers, or says what is wrong with it. */
    public void head(SignedHead head) {
        try {
            Block block = Block.read(head.header());
            SealKey key = keys.get(block.key());
            if (!follows(block)) {
                problems.add("block " + head.number() + " does not follow the one before it");
            }
            last = Optional.of(block);
            if (block.number() != head.number() || key == null || !key.signed(head.header(), head.signature())) {
                problems.add("block " + head.number() + " is not signed by the key that it names");
                return;
            }
            blocks.put(head.number(), block);
        } catch (IllegalArgumentException malformed) {
            problems.add("block " + head.number() + " is malformed");
        }
    }

    /** Blocks are given in their order; between two there may be others that are not. No key signs again once another has. */
    private boolean follows(Block block) {
        return last.filter(before -> block.number() <= before.number()
                        || block.key() < before.key()
                        || (block.number() == before.number() + 1
                                && !block.previous().equals(before.hash())))
                .isEmpty();
    }

    /** Whether the event was sealed in a block whose head was taken in. */
    public boolean holds(Proof proof) {
        Block block = blocks.get(proof.block());
        if (block == null || block.ids().place(proof.event()) != proof.place()) {
            return false;
        }
        try {
            return MerkleTree.root(hash(proof), proof.place(), block.ids().size(), proof.path())
                    .equals(block.root());
        } catch (IllegalArgumentException noSuchPath) {
            return false;
        }
    }

    /** Takes in what an event says that was let go; the event must be proved. */
    public void letGo(AuditEvent event) {
        LetGo.read(event).ifPresent(let -> letGo.computeIfAbsent(let.block(), block -> new BitSet())
                .or(let.places()));
    }

    /** Whether a proved event has said that this one was let go, and the head of its block was taken in. */
    public boolean isLetGo(long event) {
        return letGo.entrySet().stream().anyMatch(let -> Optional.ofNullable(blocks.get(let.getKey()))
                .map(block -> block.ids().place(event))
                .filter(place -> place >= 0 && let.getValue().get(place))
                .isPresent());
    }

    /** By what a proof stands for its event. */
    public static Hash hash(Proof proof) {
        return MerkleTree.leaf(proof.event(), proof.canonical());
    }

    /**
     * What a JWS says, where one of the keys has signed it.
     *
     * @param jws in compact form, as {@link Proofs#sign} makes it
     */
    public Optional<byte[]> payload(String jws) {
        String[] parts = jws.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            return keys.values().stream()
                    .filter(key -> header.contains(key.fingerprint().toString()))
                    .filter(key -> key.signed(signed, signature))
                    .map(key -> payload)
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What was wrong with keys and heads so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
