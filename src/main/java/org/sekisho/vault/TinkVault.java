package org.sekisho.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.sekisho.shared.Secret;

/** Seals with AES-256-GCM, the context as associated data, and digests with HMAC-SHA-256. */
final class TinkVault implements Vault {

    private final Aead aead;
    private final Mac mac;

    TinkVault(VaultKeyset keyset) {
        try {
            aead = keyset.aead();
            mac = keyset.mac();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be used", e);
        }
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

    @Override
    public byte[] digest(Secret<byte[]> secret, String context) {
        try {
            return mac.computeMac(message(secret, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the digest could not be computed", e);
        }
    }

    @Override
    public boolean matches(byte[] digest, Secret<byte[]> secret, String context) {
        try {
            mac.verifyMac(digest, message(secret, context));
            return true;
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    /** The length of the context comes first, so that no other pair of context and secret gives the same bytes. */
    private static byte[] message(Secret<byte[]> secret, String context) {
        byte[] where = context.getBytes(StandardCharsets.UTF_8);
        byte[] what = secret.reveal();
        return ByteBuffer.allocate(Integer.BYTES + where.length + what.length)
                .putInt(where.length)
                .put(where)
                .put(what)
                .array();
    }
}
