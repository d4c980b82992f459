package org.sekisho.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.sekisho.shared.Sha256;

/** A SHA-256 digest (FIPS 180-4): 32 bytes. */
public final class Hash {

    /** What stands before the first block. */
    static final Hash NONE = new Hash(new byte[Sha256.LENGTH]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    static Hash of(byte[] content) {
        return new Hash(Sha256.of(content));
    }

    /** @throws IllegalArgumentException where there are not 32 bytes */
    static Hash read(byte[] digest) {
        if (digest.length != Sha256.LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        return new Hash(digest.clone());
    }

    /** The digest that stands at a place of an array of them. */
    static Hash at(byte[] digests, int place) {
        return new Hash(Arrays.copyOfRange(digests, place * Sha256.LENGTH, (place + 1) * Sha256.LENGTH));
    }

    /** @throws IllegalArgumentException where the text is not 64 hexadecimal digits */
    public static Hash parse(String hexadecimal) {
        return read(HexFormat.of().parseHex(hexadecimal));
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(hash.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
