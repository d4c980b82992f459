package org.sekisho.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.shared.Sha256;

/**
 * A block as the table has it, which may be anything.
 *
 * @param header what was signed
 * @param leaves the hashes of its events one after another; empty once all its events have left
 * @param sealedAt as the column has it, which finds blocks and proves nothing; {@code lastEventId} likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record StoredBlock(
        long number, byte[] header, byte[] signature, Optional<byte[]> leaves, Instant sealedAt, long lastEventId) {

    /** @throws IllegalArgumentException where the header is none */
    Block block() {
        return Block.read(header);
    }

    /** The block; empty where somebody has made something else of its header. */
    Optional<Block> readable() {
        try {
            return Optional.of(block());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The hashes of its events; of a wrong length, none. */
    List<Hash> leafHashes() {
        byte[] all = leaves.filter(bytes -> bytes.length % Sha256.LENGTH == 0).orElse(new byte[0]);
        List<Hash> hashes = new ArrayList<>(all.length / Sha256.LENGTH);
        for (int place = 0; place < all.length / Sha256.LENGTH; place++) {
            hashes.add(Hash.at(all, place));
        }
        return hashes;
    }
}
