package org.sekisho.vault;

import java.util.Arrays;

/** A secret as it may be stored: ciphertext that only the vault can open. */
public final class SealedSecret {

    private final byte[] bytes;

    private SealedSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps ciphertext read from storage. */
    public static SealedSecret ofBytes(byte[] bytes) {
        return new SealedSecret(bytes.clone());
    }

    /** The ciphertext, for storage. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedSecret sealed && Arrays.equals(sealed.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
