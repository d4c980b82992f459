package org.sekisho.vault;

import org.sekisho.shared.Secret;

/**
 * Seals secrets at rest and computes keyed digests, with keys that never leave it. Safe for use by many threads.
 *
 * <p>A {@code context} names what the secret belongs to, such as {@code totp:<factor id>}: a sealed secret moved to another
 * row does not open there.
 */
public interface Vault {

    SealedSecret seal(Secret<byte[]> secret, String context);

    /**
     * Opens what {@link #seal} sealed under the same context.
     *
     * @throws IllegalStateException where it was sealed under another key or context, or was changed
     */
    Secret<byte[]> open(SealedSecret sealed, String context);

    /** A keyed digest of at least 256 bits: equal inputs give equal digests, and without the key nobody can try inputs. */
    byte[] digest(Secret<byte[]> secret, String context);

    /** Whether the digest is that of the secret, compared in constant time, also under keys rotated out of first place. */
    boolean matches(byte[] digest, Secret<byte[]> secret, String context);

    /** A fresh key as it may be stored: what is sealed with it can be read for as long as the stored key exists, and never after. */
    SealedSecret newDataKey(String context);

    /**
     * The key that {@link #newDataKey} made under the same context.
     *
     * @throws IllegalStateException where it was made under another key or context, or was changed
     */
    DataKey dataKey(SealedSecret key, String context);
}
