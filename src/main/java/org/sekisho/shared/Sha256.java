package org.sekisho.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). Every Java platform has it. */
public final class Sha256 {

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private Sha256() {}

    /** One that has seen nothing yet, for content that comes piece by piece. For one thread. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The digest of the content: {@value #LENGTH} bytes. */
    public static byte[] of(byte[] content) {
        return begun().digest(content);
    }

    /** The digest of the content in 64 small hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }
}
