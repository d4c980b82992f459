package org.sekisho.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.sekisho.shared.Secret;

/** Seals with AES-256-GCM, the context as associated data. */
final class TinkDataKey implements DataKey {

    private final Aead aead;

    TinkDataKey(Aead aead) {
        this.aead = aead;
    }

    @Override
    public SealedSecret seal(Secret<byte[]> secret, String context) {
        try {
            return SealedSecret.ofBytes(aead.encrypt(secret.reveal(), context.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret could not be sealed", e);
        }
    }

    @Override
    public Secret<byte[]> open(SealedSecret sealed, String context) {
        try {
            return Secret.of(aead.decrypt(sealed.toBytes(), context.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed under another key or context, or changed", e);
        }
    }
}
