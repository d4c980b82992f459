package org.sekisho.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.sekisho.shared.Secret;

/** Seals with AES-256-GCM, the context as associated data, and digests with HMAC-SHA-256. */
final class TinkVault implements Vault {

    private final Aead aead;
    private final Mac mac;
    private final TinkDataKey ownKey;

    TinkVault(VaultKeyset keyset) {
        try {
            aead = keyset.aead();
            mac = keyset.mac();
            ownKey = new TinkDataKey(aead);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be used", e);
        }
    }

    @Override
    public SealedSecret seal(Secret<byte[]> secret, String context) {
        return ownKey.seal(secret, context);
    }

    @Override
    public Secret<byte[]> open(SealedSecret sealed, String context) {
        return ownKey.open(sealed, context);
    }

    @Override
    public SealedSecret newDataKey(String context) {
        try {
            return SealedSecret.ofBytes(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), aead, associated(context)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    @Override
    public DataKey dataKey(SealedSecret key, String context) {
        try {
            return new TinkDataKey(TinkProtoKeysetFormat.parseEncryptedKeyset(key.toBytes(), aead, associated(context))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("made under another key or context, or changed", e);
        }
    }

    private static byte[] associated(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
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
