package org.sekisho.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests under which long random values are stored, so that a copy of the table is worth nothing. */
final class Digests {

    private Digests() {}

    static byte[] of(SessionKey session) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(session.value().getMostSignificantBits());
        bytes.putLong(session.value().getLeastSignificantBits());
        return sha256(bytes.array());
    }

    static String ofBrowser(String cookie) {
        return HexFormat.of().formatHex(sha256(cookie.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
