package org.sekisho.vault;

import org.sekisho.shared.Secret;

/** A key of its own for what one person can ask to have erased. Safe for use by many threads. */
public interface DataKey {

    SealedSecret seal(Secret<byte[]> secret, String context);

    /**
     * Opens what {@link #seal} sealed under the same context.
     *
     * @throws IllegalStateException where it was sealed under another key or context, or was changed
     */
    Secret<byte[]> open(SealedSecret sealed, String context);
}
