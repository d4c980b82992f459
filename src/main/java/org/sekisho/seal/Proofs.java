package org.sekisho.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proofs to take away: of each event that it was sealed, with all that it takes to check them elsewhere. */
@Component
public class Proofs {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final JdbcBlocks blocks;
    private final JdbcSealedEvents events;
    private final JdbcSealKeys storedKeys;
    private final SealKeys keys;
    private final Sealer sealer;

    Proofs(JdbcBlocks blocks, JdbcSealedEvents events, JdbcSealKeys storedKeys, SealKeys keys, Sealer sealer) {
        this.blocks = blocks;
        this.events = events;
        this.storedKeys = storedKeys;
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Seals what has been committed so far, so that there is a proof of it. */
    public void seal() {
        sealer.seal();
    }

    /** The proofs of the events of a case that are sealed, in their order; as they stand, whether they hold or not. */
    @Transactional(readOnly = true)
    public List<Proof> ofCase(UUID caseId) {
        Map<Long, StoredBlock> known = new LinkedHashMap<>();
        List<Proof> proofs = new ArrayList<>();
        for (JdbcSealedEvents.Told told : events.ofCase(caseId)) {
            JdbcSealedEvents.Row row = told.row();
            known.values().stream()
                    .filter(stored -> stored.block().ids().place(row.id()) >= 0)
                    .findFirst()
                    .or(() -> blocks.holding(row.id()))
                    .filter(stored -> stored.block().ids().place(row.id()) >= 0)
                    .ifPresent(stored -> {
                        known.put(stored.number(), stored);
                        proofs.add(proof(row, stored));
                    });
        }
        return proofs;
    }

    private static Proof proof(JdbcSealedEvents.Row row, StoredBlock stored) {
        int place = stored.block().ids().place(row.id());
        return new Proof(
                row.id(), row.canonical(), stored.number(), place, MerkleTree.path(stored.leafHashes(), place));
    }

    /** The heads of blocks, in their order. */
    @Transactional(readOnly = true)
    public List<SignedHead> heads(Collection<Long> numbers) {
        return numbers.stream()
                .sorted()
                .map(blocks::find)
                .flatMap(Optional::stream)
                .map(stored -> new SignedHead(stored.number(), stored.header(), stored.signature()))
                .toList();
    }

    /** All keys that have signed, the first one first. */
    @Transactional(readOnly = true)
    public List<SealKey> keys() {
        return storedKeys.all().stream().map(JdbcSealKeys.Stored::key).toList();
    }

    /**
     * Signs a text as JWS in compact form (RFC 7515 §3.1) with Ed25519 (RFC 8037), by the key that signs the trail. The header's
     * {@code kid} is the fingerprint of the key.
     */
    @Transactional
    public String sign(byte[] payload) {
        blocks.lock();
        SealKeys.Signing signing = keys.signing();
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + signing.key().fingerprint() + "\"}";
        String signed = URL.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + URL.encodeToString(payload);
        byte[] signature = signing.sign(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature);
    }
}
