package org.sekisho.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import org.sekisho.shared.Sha256;

/**
 * Events of the trail in one order, bound to all blocks before it.
 *
 * @param number from 1, without a gap
 * @param sealedAt when it was made; in microseconds
 * @param ids of its events
 * @param root of the {@link MerkleTree} over its events
 * @param previous the hash of the block before it; zeros for the first
 * @param key the number of the key that signs it
 */
record Block(long number, Instant sealedAt, EventIds ids, Hash root, Hash previous, int key) {

    /** Of more events a proof would be longer; of fewer there would be more signatures. No block has more. */
    static final int MOST_EVENTS = 1024;

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + Long.BYTES + Long.BYTES + Integer.BYTES + 2 * Sha256.LENGTH + Integer.BYTES;

    /**
     * What is signed, all numbers big-endian: the version 1 in one byte; the number in 8; when it was sealed, in 8 bytes of
     * seconds since 1970 and 4 of nanoseconds; the ids as {@link EventIds#encode}; the root and the hash of the block before, of
     * 32 bytes each; the number of the key in 4.
     */
    byte[] header() {
        byte[] encoded = ids.encode();
        return ByteBuffer.allocate(FIXED + encoded.length)
                .put(VERSION)
                .putLong(number)
                .putLong(sealedAt.getEpochSecond())
                .putInt(sealedAt.getNano())
                .put(encoded)
                .put(root.toBytes())
                .put(previous.toBytes())
                .putInt(key)
                .array();
    }

    /** The hash of the header. */
    Hash hash() {
        return Hash.of(header());
    }

    /** @throws IllegalArgumentException where the bytes are no header, a whole header and nothing but the header */
    static Block read(byte[] header) {
        ByteBuffer from = ByteBuffer.wrap(header);
        try {
            if (from.get() != VERSION) {
                throw new IllegalArgumentException("a block of an unknown version");
            }
            Block block = new Block(
                    from.getLong(),
                    Instant.ofEpochSecond(from.getLong(), from.getInt()),
                    EventIds.decode(from),
                    hash(from),
                    hash(from),
                    from.getInt());
            if (from.hasRemaining()) {
                throw new IllegalArgumentException("a malformed block");
            }
            return block;
        } catch (BufferUnderflowException | DateTimeException | ArithmeticException malformed) {
            throw new IllegalArgumentException("a malformed block", malformed);
        }
    }

    private static Hash hash(ByteBuffer from) {
        byte[] digest = new byte[Sha256.LENGTH];
        from.get(digest);
        return Hash.read(digest);
    }
}
