package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.shared.Secret;

/**
 * A key that signs blocks: Ed25519 (RFC 8032).
 *
 * @param number from 1
 * @param encoded the public key as {@code SubjectPublicKeyInfo} (RFC 8410)
 * @param endorsement the signature of the key before it over what {@link #statement()} says; empty for the first
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its number
public record SealKey(int number, byte[] encoded, Optional<byte[]> endorsement, Instant createdAt) {

    static final String ALGORITHM = "Ed25519";

    /** What tells people whether two keys are the same: the hash of the encoded public key. */
    public Hash fingerprint() {
        return Hash.of(encoded);
    }

    /** What the key before it signs: the number in 4 bytes, and the encoded public key. */
    byte[] statement() {
        return ByteBuffer.allocate(Integer.BYTES + encoded.length)
                .putInt(number)
                .put(encoded)
                .array();
    }

    /** Whether the key before it has vouched for this one, as every key but the first needs. */
    boolean vouchedForBy(Optional<SealKey> before) {
        return number == 1
                || before.flatMap(key -> endorsement.filter(signature -> key.signed(statement(), signature)))
                        .isPresent();
    }

    /** Whether this key has signed the content. */
    boolean signed(byte[] content, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(content);
            return verification.verify(signature);
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    static byte[] sign(Secret<byte[]> privateKey, byte[] content) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey.reveal()));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot sign with Ed25519", e);
        }
    }
}
